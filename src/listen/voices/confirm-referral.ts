import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { tell } from './tell.ts';
import { whyNotConfirmReferral } from './why-not-handle.ts';

/** `reference`: how the outside body wrote that it accepts (letter, number, date). */
export const confirmReferralInput = z.object({ reference: words(300) });
export type ConfirmReferral = z.infer<typeof confirmReferralInput>;

/**
 * The outside body has accepted. Handed over at triage the voice is referred out; once somebody has worked on it, it
 * stays with its owner, who answers, and is closed with the reason NO_POWER_REFERRED: one bucket per voice.
 */
export async function confirmReferral(viewer: Viewer, ref: VoiceRef, input: ConfirmReferral, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.confirm_referral', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotConfirmReferral(voice, viewer));
    const { id } = await act.trx
      .updateTable('voice_referrals')
      .set({ accepted_at: act.now, accepted_reference: input.reference, accepted_noted_by: signedIn(viewer) })
      .where('community_id', '=', voice.communityId)
      .where('voice_id', '=', voice.id)
      .where('accepted_at', 'is', null)
      .returning('id')
      .executeTakeFirstOrThrow();
    const handedOver = voice.stage === 'triaged';
    await moveVoice(act, viewer, voice, { event: 'referral_confirmed', ...(handedOver && { to: 'referred_out' }), row: id });
    await tell(act, voice, handedOver ? 'referred_out' : 'referral_accepted');
    return { number: voice.number };
  });
}
