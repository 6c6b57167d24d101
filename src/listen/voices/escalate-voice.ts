import { z } from 'zod';
import { Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { day, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { momentOf } from './moment-of.ts';
import { moveVoice } from './move-voice.ts';
import { raiseToStreet } from './raise-to-street.ts';
import { tell } from './tell.ts';
import { whyNotDay, whyNotEscalate } from './why-not-handle.ts';

/** `targetDay`: by when the street should have found a way. It moves no due date. */
export const escalateVoiceInput = z.object({ reason: words(1000), targetDay: day });
export type EscalateVoice = z.infer<typeof escalateVoiceInput>;

/** Too hard for the community is no reason to stop: it goes up to the street, with a date. */
export async function escalateVoice(viewer: Viewer, ref: VoiceRef, input: EscalateVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.escalate', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotEscalate(voice, viewer) ?? whyNotDay(input.targetDay, await momentOf(act)));
    const raised = await raiseToStreet(act, viewer, voice, { cause: 'too_hard', ...input });
    if (!raised) throw new Refused('voice.nobody-at-street');
    await moveVoice(act, viewer, voice, { event: 'escalated', to: 'escalated', ...raised });
    await tell(act, voice, 'escalated');
    return { number: voice.number };
  });
}
