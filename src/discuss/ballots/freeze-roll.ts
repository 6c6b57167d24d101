import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { countWith, kindOfMeeting, type Meeting } from '#discuss/meetings/index.ts';
import type { Vote } from './load-vote.ts';
import type { Roll } from './write-tally.ts';

/** Within a command: the vote is closed, and its denominator is what the roll says now (D2). */
export async function freezeRoll(act: Act, viewer: Viewer, meeting: Meeting, { communityId, id }: Vote): Promise<Roll> {
  const { eligible, present } = await countWith(act.trx, meeting, await kindOfMeeting(act.trx, meeting));
  await act.trx
    .updateTable('votes')
    .set({ stage: 'closed', eligible, present, closed_at: act.now, closed_by: viewer.personId })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
  return { eligible, present };
}
