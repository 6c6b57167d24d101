import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachVote, type Vote, type VoteRef } from './load-vote.ts';
import { recordVote } from './record-vote.ts';
import { answers } from './vote.ts';
import { whyNotEnter } from './why-not-vote.ts';

/** `entryIds`: rows of the roll that answer alike. `words`: of a party, what it binds itself to, or why it refuses. */
export const answerRollCallInput = z.object({
  entryIds: z.array(z.uuid('input.not-usable')).min(1, 'meeting.choose-somebody').max(20_000),
  answer: z.enum(answers, 'input.choose'),
  words: words(1000).optional(),
});
export type AnswerRollCall = z.infer<typeof answerRollCallInput>;

/**
 * By name, from those the roll has as there; the newest answer counts until the vote is closed. A party that binds itself
 * says to what, and one that refuses says why. Throws Missing, Refused by `whyNotEnter`, Invalid.
 */
export async function answerRollCall(viewer: Viewer, ref: VoteRef, input: AnswerRollCall, how?: How): Promise<{ answers: number }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.roll_call', input: [ref, input] }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(whyNotEnter(meeting, vote, viewer, 'roll_call'));
    if (vote.rule.kind === 'each_binds_itself' && input.answer !== 'abstain' && input.words === undefined) {
      throw new Invalid([{ field: 'words', code: 'input.needed' }]);
    }
    const entryIds = [...new Set(input.entryIds)];
    refuseIf((await countPresent(act, vote, entryIds)) === entryIds.length ? null : 'ballot.not-present');
    await act.trx
      .insertInto('roll_call_answers')
      .values(
        entryIds.map((entry) => ({
          community_id: vote.communityId,
          id: newId(act.now),
          vote_id: vote.id,
          entry_id: entry,
          answer: input.answer,
          words: input.words ?? null,
          answered_at: act.now,
          entered_by: viewer.personId ?? '',
        })),
      )
      .execute();
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'answered', {
      data: { answer: input.answer, units: entryIds.length },
    });
    return { answers: entryIds.length };
  });
}

async function countPresent({ trx }: Act, { communityId, meetingId }: Vote, entryIds: readonly string[]): Promise<number> {
  const { there } = await trx
    .selectFrom('roll_entries')
    .select((eb) => eb.fn.countAll<number>().as('there'))
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', meetingId)
    .where('id', 'in', entryIds)
    .where('votes', '=', true)
    .where('standing', 'in', ['present', 'proxy'])
    .executeTakeFirstOrThrow();
  return there;
}
