import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { newId } from '#foundation/ids.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { recordTopic } from './record-topic.ts';
import type { SupportBasis, Topic } from './topic.ts';

/** `needed`: so many of `base` that the law gives them a right (`num`/`den`, `articles`). Persons and households never mixed. */
export type Support = {
  basis: SupportBasis;
  supporters: number;
  base: number;
  needed: number;
  num: number;
  den: number;
  articles: string[];
  reachedAt: Date | null;
};
type Which = Pick<Topic, 'communityId' | 'id'>;

/** Support as it stands, by persons and by households: on the page, and on sheets counted twice alike. */
export async function countSupport(db: Kysely<DB>, { communityId, id }: Which): Promise<Support[]> {
  const signed = sql`topic_supports s where s.community_id = ${communityId} and s.topic_id = ${id}::uuid and s.withdrawn_at is null`;
  const { rows } = await sql<Omit<Support, 'needed'>>`select t.basis, t.num, t.den, t.articles, r.reached_at as "reachedAt",
      coalesce(r.base, case t.basis
        when 'persons' then (select count(distinct person_id)::int from roles where community_id = ${communityId} and role = 'resident' and ended_at is null)
        else (select count(*)::int from places where community_id = ${communityId} and level = 'household' and ended_at is null) end) as base,
      case t.basis
        when 'persons' then (select count(*)::int from ${signed})
        else (select count(distinct h.place_id)::int from roles h join places p on p.community_id = h.community_id and p.id = h.place_id
          and p.level = 'household' where h.community_id = ${communityId} and h.role = 'resident' and h.ended_at is null
          and h.person_id in (select s.person_id from ${signed})) end
      + (select coalesce(sum(recounted), 0)::int from topic_support_sheets where community_id = ${communityId} and topic_id = ${id}::uuid
          and basis = t.basis) as supporters
    from topic_thresholds t left join topic_thresholds_reached r on r.community_id = ${communityId} and r.topic_id = ${id}::uuid
      and r.basis = t.basis order by t.basis desc`.execute(db);
  return rows.map((row) => ({ ...row, needed: neededOf(row) }));
}

/** In whole numbers: the least count that is at least num/den of the base; nobody of nobody is not enough. */
export function neededOf({ base, num, den }: { base: number; num: number; den: number }): number {
  return Math.max(1, Math.ceil((base * num) / den));
}

/** Within a command: once there are enough, the count and its base are kept, and the ledger says so. */
export async function reachThresholds(act: Act, viewer: Viewer, topic: Which & Pick<Topic, 'number'>): Promise<Support[]> {
  const all = await countSupport(act.trx, topic);
  for (const { basis, supporters, base, needed, reachedAt } of all) {
    if (reachedAt !== null || base === 0 || supporters < needed) continue;
    await act.trx
      .insertInto('topic_thresholds_reached')
      .values({
        community_id: topic.communityId,
        id: newId(act.now),
        topic_id: topic.id,
        basis,
        supporters,
        base,
        needed,
        reached_at: act.now,
      })
      .execute();
    await recordTopic(act, viewer, topic, 'threshold_reached', { basis, supporters, needed });
    const plain = { topic: topic.number, basis, supporters, base, needed };
    await appendToLedger(act, { type: 'topic.threshold_reached', communityId: topic.communityId, plain });
  }
  return all;
}
