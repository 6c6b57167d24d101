import { shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';

// Moments as a field of a form holds them: `2026-11-16T09:05`, on the clock of Shanghai.

/** As an instant with its offset; anything else comes back as it is, for the schema to refuse. */
export function typedMoment(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00+08:00` : text;
}

export function nowTyped(now: Date = new Date()): string {
  const day = shanghaiDay(now);
  const minutes = Math.floor((now.getTime() - startOfShanghaiDay(day).getTime()) / 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
