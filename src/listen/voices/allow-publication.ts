import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, consentWays, keepConsent, type Viewer } from '#community/people/index.ts';
import { consentOf, givenBy, setMayPublish, whyNotConsent } from './consent-to-publication.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';

/** `way`: how the speaker said so; anything but `page` is written down by the office. */
export const allowPublicationInput = z.object({ way: z.enum(consentWays, 'input.choose').default('page') });
export type AllowPublication = z.infer<typeof allowPublicationInput>;

/** The speaker agrees that the neighbourhood may read of it, in words cleared by a person [law PIPL 25]. */
export async function allowPublication(viewer: Viewer, ref: VoiceRef, input: AllowPublication, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.allow_publication', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotConsent(voice, viewer, input.way));
    await keepConsent(act, await consentOf(act, voice), givenBy(viewer, voice, input.way));
    await setMayPublish(act, voice, true);
    return { number: voice.number };
  });
}
