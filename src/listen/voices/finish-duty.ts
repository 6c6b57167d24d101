import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { id } from './inputs.ts';
import { reachDuty } from './load-duty.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { whyNotFinishDuty } from './why-not-verdict.ts';

export const finishDutyInput = z.object({ deliveryId: id });
export type FinishDuty = z.infer<typeof finishDutyInput>;

/** The call was made, the visit paid, the letter delivered. Telling is not asking: the owner may do it, too. */
export async function finishDuty(viewer: Viewer, communityId: number, input: FinishDuty, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.finish_duty', input: [communityId, input] }, how, async (act) => {
    const { voice, ...duty } = await reachDuty(act.trx, viewer, communityId, input.deliveryId);
    refuseIf(whyNotFinishDuty(voice, viewer));
    if (duty.doneAt) return { number: voice.number };
    await act.trx
      .updateTable('deliveries')
      .set({ done_at: act.now, done_by: signedIn(viewer) })
      .where('community_id', '=', communityId)
      .where('id', '=', duty.id)
      .execute();
    await moveVoice(act, viewer, voice, { event: 'told', data: { template: duty.template } });
    return { number: voice.number };
  });
}
