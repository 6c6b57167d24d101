import { shiftDay } from '#foundation/calendar/index.ts';
import type { CalendarDay } from '#community/calendar/index.ts';

/** Days in a row that are off (or worked) for the same reason, as a notice tells them. */
export type Span = { from: string; to: string; days: number; first: CalendarDay };

/** Joins neighbours that say the same. A day entered here stands alone, so that it can be taken back alone. */
export function spansOf(days: readonly CalendarDay[]): Span[] {
  const spans: Span[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && shiftDay(last.to, 1) === day.day && sayTheSame(last.first, day)) {
      last.to = day.day;
      last.days += 1;
    } else spans.push({ from: day.day, to: day.day, days: 1, first: day });
  }
  return spans;
}

function sayTheSame(a: CalendarDay, b: CalendarDay): boolean {
  return !a.changed && !b.changed && a.kind === b.kind && a.name.zh === b.name.zh && a.provisional === b.provisional;
}
