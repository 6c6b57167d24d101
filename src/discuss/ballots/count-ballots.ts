import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { countBoxes, findRound, paperBox, type BoxCount } from './ballot-box.ts';
import { handful } from './enter-hands.ts';
import { reachVote, type Vote, type VoteRef } from './load-vote.ts';
import { problemsOf } from './reconcile-counts.ts';
import { recordVote } from './record-vote.ts';
import type { Outcome } from './vote.ts';
import { whyNotCount } from './why-not-vote.ts';
import { writeTally } from './write-tally.ts';

/** Square metres with at most two places, kept in hundredths. */
const metres = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, 'input.not-usable')
  .transform((text) => {
    const [whole = '0', part = ''] = text.split('.');
    return Number(whole) * 100 + Number(part.padEnd(2, '0'));
  })
  .optional();

/** `issued`: papers handed out; `returned`: in the box; `area…`: of an owners' poll, in square metres. */
export const countBallotsInput = z.object({
  issued: handful,
  returned: handful,
  invalid: handful,
  yes: handful,
  no: handful,
  abstain: handful,
  area: metres,
  areaTakingPart: metres,
  areaYes: metres,
});
export type CountBallots = z.infer<typeof countBallotsInput>;
/** `waits`: the second teller hasn't counted; `differs`: both count again; `counted`: they agree, and that is the result. */
export type CountState = { state: 'waits' | 'differs' | 'counted'; outcome: Outcome | null };

/**
 * One of two tellers enters what they counted, without seeing the other's; when both agree, that is the result. Throws
 * Missing, Refused by `whyNotCount`, Invalid when the numbers can't be.
 */
export async function countBallots(viewer: Viewer, ref: VoteRef, input: CountBallots, how?: How): Promise<CountState> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.count', input: [ref, input] }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    const { round, counts } = await findRound(act.trx, vote);
    refuseIf(
      whyNotCount(
        meeting,
        vote,
        viewer,
        counts.some(({ tellerId }) => tellerId === viewer.personId),
      ),
    );
    const roll = { eligible: vote.eligible ?? 0, present: vote.present ?? 0 };
    const count = boxCount(vote, input);
    const problems = problemsOf(count, roll);
    if (problems.length > 0) throw new Invalid(problems);
    await insertCount(act, viewer, vote, round, count);
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'teller_counted', { data: { round } });
    const [first] = counts;
    if (!first) return { state: 'waits', outcome: null };
    const agreed = await countBoxes(act.trx, vote, [paperBox]);
    if (agreed === null) return { state: 'differs', outcome: null };
    const { outcome } = await writeTally(act, viewer, meeting, vote, roll, { ...agreed, ranking: null }, first.tellerId);
    return { state: 'counted', outcome };
  });
}

function boxCount({ rule }: Vote, { area, areaTakingPart, areaYes, ...count }: CountBallots): BoxCount {
  if (rule.kind !== 'owners') return { ...count, area: null };
  if (area === undefined || areaTakingPart === undefined || areaYes === undefined) {
    throw new Invalid([{ field: 'area', code: 'input.needed' }]);
  }
  if (areaYes > areaTakingPart || areaTakingPart > area) throw new Invalid([{ field: 'area', code: 'ballot.area-does-not-add-up' }]);
  return { ...count, area: { all: area, takingPart: areaTakingPart, yes: areaYes } };
}

async function insertCount({ trx, now }: Act, viewer: Viewer, vote: Vote, round: number, { area, ...count }: BoxCount): Promise<void> {
  await trx
    .insertInto('teller_counts')
    .values({
      community_id: vote.communityId,
      id: newId(now),
      vote_id: vote.id,
      round,
      teller_id: viewer.personId ?? '',
      ...count,
      area: area?.all ?? null,
      area_taking_part: area?.takingPart ?? null,
      area_yes: area?.yes ?? null,
      entered_at: now,
    })
    .execute();
}
