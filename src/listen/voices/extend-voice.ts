import { z } from 'zod';
import { addWorkingDays } from '#foundation/calendar/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { momentOf } from './moment-of.ts';
import { moveVoice } from './move-voice.ts';
import { setDueDate } from './set-due-date.ts';
import { tell } from './tell.ts';
import { deadlines } from './voice-clock.ts';
import { whyNotExtend, whyNotNewDate } from './why-not-handle.ts';

/** `days`: working days after the date that holds now. */
export const extendVoiceInput = z.object({
  days: z.coerce
    .number('input.not-a-number')
    .int('input.not-a-number')
    .min(1, 'voice.date-not-later')
    .max(deadlines.extension, 'voice.date-too-far'),
  reason: words(500),
});
export type ExtendVoice = z.infer<typeof extendVoiceInput>;

/** More time, once, before the date, with the reason told to the resident. The original date is kept for the figures. */
export async function extendVoice(
  viewer: Viewer,
  ref: VoiceRef,
  input: ExtendVoice,
  how?: How,
): Promise<{ number: string; dueAt: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.extend', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    const moment = await momentOf(act);
    refuseIf(whyNotExtend(voice, viewer, moment));
    const dueAt = addWorkingDays(moment.calendar, voice.dueAt, input.days);
    refuseIf(whyNotNewDate(voice, dueAt, moment));
    const row = await setDueDate(act, viewer, voice, { kind: 'extended', round: voice.round, dueAt, reason: input.reason });
    await moveVoice(act, viewer, voice, { event: 'extended', set: { due_at: dueAt }, row });
    await tell(act, voice, 'extended');
    return { number: voice.number, dueAt: dueAt.toISOString() };
  });
}
