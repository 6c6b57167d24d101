import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, consentWays, endConsent, type ConsentWay, type Viewer } from '#community/people/index.ts';
import { consentOf, givenBy, setMayPublish, whyNotConsent } from './consent-to-publication.ts';
import { endPublication } from './end-publication.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import type { Voice } from './voice.ts';

export const withdrawPublicationInput = z.object({ way: z.enum(consentWays, 'input.choose').default('page') });
export type WithdrawPublication = z.infer<typeof withdrawPublicationInput>;

/**
 * The speaker takes the leave to publish back, as easily as they gave it. What the neighbourhood could read is off the
 * page in the same moment; the matter itself goes on as before [law PIPL 15, 16]. `takenDown`: whether anything was.
 */
export async function withdrawPublication(
  viewer: Viewer,
  ref: VoiceRef,
  input: WithdrawPublication,
  how?: How,
): Promise<{ number: string; takenDown: boolean }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.withdraw_publication', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotConsent(voice, viewer, input.way));
    await stopPublication(act, viewer, voice, input.way);
    return { number: voice.number, takenDown: voice.published };
  });
}

/** Within a command: the leave ends, and with it what stood on the page. Who may is the caller's question. */
export async function stopPublication(act: Act, viewer: Viewer, voice: Voice, way: ConsentWay): Promise<void> {
  await endConsent(act, await consentOf(act, voice), givenBy(viewer, voice, way));
  await setMayPublish(act, voice, false);
  if (!voice.published) return;
  await endPublication(act, viewer, voice);
  await moveVoice(act, viewer, voice, { event: 'taken_down' });
}
