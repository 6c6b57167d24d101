import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { whyNotAccept } from './why-not-handle.ts';

export const acceptVoiceInput = z.object({});
export type AcceptVoice = z.infer<typeof acceptVoiceInput>;

/** The one it was given to takes it on and begins. */
export async function acceptVoice(viewer: Viewer, ref: VoiceRef, input: AcceptVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.accept', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotAccept(voice, viewer));
    await moveVoice(act, viewer, voice, { event: 'accepted', to: 'in_progress' });
    return { number: voice.number };
  });
}
