import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { whyNotResume } from './why-not-handle.ts';

export const resumeVoiceInput = z.object({});
export type ResumeVoice = z.infer<typeof resumeVoiceInput>;

/** The waiting is over; work goes on. The due date stays where it is. */
export async function resumeVoice(viewer: Viewer, ref: VoiceRef, input: ResumeVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.resume', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotResume(voice, viewer));
    await moveVoice(act, viewer, voice, { event: 'resumed', to: 'in_progress' });
    return { number: voice.number };
  });
}
