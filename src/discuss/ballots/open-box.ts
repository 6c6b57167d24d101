import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVote, type VoteRef } from './load-vote.ts';
import { recordVote } from './record-vote.ts';
import { whyNotOpenBox } from './why-not-vote.ts';

/** The box is opened before everybody; no paper is added from now on. Throws Missing, Refused by `whyNotOpenBox`. */
export async function openBox(viewer: Viewer, ref: VoteRef, how?: How): Promise<{ opened: string }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.open_box', input: ref }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(whyNotOpenBox(meeting, vote, viewer));
    await act.trx
      .updateTable('votes')
      .set({ box_opened_at: act.now, box_opened_by: viewer.personId })
      .where('community_id', '=', vote.communityId)
      .where('id', '=', vote.id)
      .execute();
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'box_opened');
    return { opened: act.now.toISOString() };
  });
}
