import { sql } from 'kysely';
import { z } from 'zod';
import { Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { worksOnMeetings } from '#discuss/meetings/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachVote, type VoteRef } from './load-vote.ts';
import { recordVote } from './record-vote.ts';
import { takeResolutionStep } from './take-resolution-step.ts';

export const ruleLatePaperInput = z.object({
  lateId: z.uuid('input.not-usable'),
  ruling: z.enum(['stands', 'annulled'], 'input.choose'),
  reason: words(500),
});
export type RuleLatePaper = z.infer<typeof ruleLatePaperInput>;

/**
 * What the body that called the vote says of paper found after the box was open: the result stands, or it is annulled and
 * what was adopted by it falls. Throws Missing, Refused.
 */
export async function ruleLatePaper(viewer: Viewer, ref: VoteRef, input: RuleLatePaper, how?: How): Promise<{ ruling: string }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.rule_late', input: [ref, input] }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(worksOnMeetings(viewer, vote.communityId) ? null : 'meeting.not-yours');
    const late = await act.trx
      .selectFrom('late_papers')
      .select(['id', 'found', 'ruling'])
      .where('community_id', '=', vote.communityId)
      .where('vote_id', '=', vote.id)
      .where('id', '=', input.lateId)
      .forUpdate()
      .executeTakeFirst();
    if (!late) throw new Missing();
    if (late.found === 'before_box') throw new Refused('ballot.nothing-to-rule');
    if (late.ruling !== null) throw new Refused('ballot.ruled-already');
    await act.trx
      .updateTable('late_papers')
      .set({ ruling: input.ruling, ruling_reason: input.reason, ruled_at: act.now, ruled_by: viewer.personId })
      .where('community_id', '=', vote.communityId)
      .where('id', '=', late.id)
      .execute();
    const line = { ruling: input.ruling };
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'late_ruled', { line, data: line });
    if (input.ruling === 'annulled') {
      const { rows } = await sql<{ id: string; number: string }>`select id, year || '-' || serial as number from resolutions
        where community_id = ${vote.communityId} and vote_id = ${vote.id}::uuid`.execute(act.trx);
      for (const { id, number } of rows) {
        await takeResolutionStep(act, viewer, { communityId: vote.communityId, id, number }, 'annulled', { reason: input.reason });
      }
    }
    return { ruling: input.ruling };
  });
}
