import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { whyNotAcknowledge } from './why-not-handle.ts';

export const acknowledgeVoiceInput = z.object({});
export type AcknowledgeVoice = z.infer<typeof acknowledgeVoiceInput>;

/** Somebody of the office has read it. */
export async function acknowledgeVoice(viewer: Viewer, ref: VoiceRef, input: AcknowledgeVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.acknowledge', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotAcknowledge(voice, viewer));
    await moveVoice(act, viewer, voice, { event: 'acknowledged', to: 'acknowledged' });
    return { number: voice.number };
  });
}
