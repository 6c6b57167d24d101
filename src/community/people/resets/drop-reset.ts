import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { lockReset } from './lock-reset.ts';
import { whyNotDropReset } from './reset.ts';

/** Stops a reset that waits for a second: for whom it is about, who asked, and the leadership. Throws Missing, Refused. */
export async function dropReset(viewer: Viewer, communityId: number, personId: string, how?: How): Promise<{ personId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'reset.drop', input: [communityId, personId] }, how, async (act) => {
    const reset = await lockReset(act, communityId, personId);
    if (!reset) throw new Missing();
    refuseIf(whyNotDropReset(viewer, communityId, reset));
    await act.trx
      .updateTable('sign_in_resets')
      .set({ dropped_by: viewer.personId, dropped_at: act.now })
      .where('community_id', '=', communityId)
      .where('id', '=', reset.id)
      .execute();
    await recordSecurityEvent(act, { name: 'reset.dropped', personId, actorId: viewer.personId, communityId });
    return { personId };
  });
}
