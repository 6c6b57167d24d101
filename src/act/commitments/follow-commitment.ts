import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn } from '#listen/voices/index.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { whyNotFollow } from './why-not-commit.ts';

/** Somebody wants to hear how it goes on. Throws Missing, Refused by `whyNotFollow`. */
export async function followCommitment(viewer: Viewer, ref: CommitmentRef, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.follow', input: ref }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    const personId = signedIn(viewer);
    refuseIf(whyNotFollow(one, viewer));
    await act.trx
      .insertInto('commitment_followers')
      .values({ community_id: one.communityId, id: newId(act.now), commitment_id: one.id, person_id: personId, followed_at: act.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { number: one.number };
  });
}

/** No more messages about it. Throws Missing, Forbidden. */
export async function unfollowCommitment(viewer: Viewer, ref: CommitmentRef, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.unfollow', input: ref }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    await act.trx
      .updateTable('commitment_followers')
      .set({ ended_at: act.now })
      .where('community_id', '=', one.communityId)
      .where('commitment_id', '=', one.id)
      .where('person_id', '=', signedIn(viewer))
      .where('ended_at', 'is', null)
      .execute();
    return { number: one.number };
  });
}
