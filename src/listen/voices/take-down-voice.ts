import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { endPublication } from './end-publication.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { whyNotTakeDown } from './why-not-handle.ts';

export const takeDownVoiceInput = z.object({});
export type TakeDownVoice = z.infer<typeof takeDownVoiceInput>;

/** The neighbourhood no longer reads it; the voice itself stays as it is. */
export async function takeDownVoice(viewer: Viewer, ref: VoiceRef, input: TakeDownVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.take_down', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotTakeDown(voice, viewer));
    await endPublication(act, viewer, voice);
    await moveVoice(act, viewer, voice, { event: 'taken_down' });
    return { number: voice.number };
  });
}
