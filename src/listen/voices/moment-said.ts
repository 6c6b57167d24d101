import { Invalid } from '#foundation/refusal.ts';
import type { SubmitVoice } from './submit-voice.ts';

/** Somebody at the page speaks now; what was said before is only known to whoever heard it. Throws Invalid. */
export function momentSaid(input: Pick<SubmitVoice, 'saidAt'>, onBehalf: boolean, now: Date): Date {
  if (input.saidAt === undefined) return now;
  const said = new Date(input.saidAt);
  if (!onBehalf || said > now) throw new Invalid([{ field: 'saidAt', code: onBehalf ? 'voice.said-ahead' : 'voice.only-staff-enter' }]);
  return said;
}
