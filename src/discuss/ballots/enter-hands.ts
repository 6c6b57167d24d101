import { z } from 'zod';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { freezeRoll } from './freeze-roll.ts';
import { reachVote, type VoteRef } from './load-vote.ts';
import type { Outcome } from './vote.ts';
import { whyNotEnter } from './why-not-vote.ts';
import { noFigures, writeTally } from './write-tally.ts';

export const handful = z.coerce
  .number('input.not-usable')
  .int('input.not-usable')
  .min(0, 'input.not-usable')
  .max(1_000_000, 'input.not-usable');
export const enterHandsInput = z.object({ yes: handful, no: handful, abstain: handful });
export type EnterHands = z.infer<typeof enterHandsInput>;

/** Hands counted in the room: the vote is closed and counted in one. Throws Missing, Refused by `whyNotEnter`, Invalid. */
export async function enterHands(viewer: Viewer, ref: VoteRef, input: EnterHands, how?: How): Promise<{ outcome: Outcome }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.hands', input: [ref, input] }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(whyNotEnter(meeting, vote, viewer, 'show_of_hands'));
    refuseIf(meeting.stage === 'open' ? null : 'meeting.not-open');
    const roll = await freezeRoll(act, viewer, meeting, vote);
    const returned = input.yes + input.no + input.abstain;
    if (returned > roll.present) throw new Invalid([{ field: 'yes', code: 'ballot.more-than-present' }]);
    return writeTally(act, viewer, meeting, vote, roll, { ...noFigures, ...input, returned });
  });
}
