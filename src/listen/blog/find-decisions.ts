import { database } from '#foundation/server/database.ts';

/** A line of the public account of decisions: when, which rule of which wording, and what became of the appeal. Nobody's name, no text. */
export type PublicDecision = {
  id: string;
  at: Date;
  rulesVersion: number;
  rule: number;
  appealed: boolean;
  outcome: 'kept' | 'reversed' | null;
};

/** Every hidden comment of a community, newest first, `limit` a page. */
export async function findDecisions(communityId: number, page = 1, limit = 50): Promise<{ rows: PublicDecision[]; more: boolean }> {
  const rows = await database()
    .selectFrom('blog_decisions as d')
    .leftJoin('blog_appeals as a', (join) => join.onRef('a.community_id', '=', 'd.community_id').onRef('a.decision_id', '=', 'd.id'))
    .leftJoin('blog_appeal_decisions as o', (join) => join.onRef('o.community_id', '=', 'a.community_id').onRef('o.appeal_id', '=', 'a.id'))
    .select(['d.id', 'd.decided_at as at', 'd.rules_version as rulesVersion', 'd.rule', 'a.id as appeal', 'o.outcome'])
    .$narrowType<{ rulesVersion: number; rule: number; outcome: PublicDecision['outcome'] }>()
    .where('d.community_id', '=', communityId)
    .where('d.decision', '=', 'hidden')
    .orderBy('d.decided_at', 'desc')
    .limit(limit + 1)
    .offset((page - 1) * limit)
    .execute();
  return { rows: rows.slice(0, limit).map(({ appeal, ...row }) => ({ ...row, appealed: appeal !== null })), more: rows.length > limit };
}
