import { shiftDay, startOfShanghaiDay, weekdayOf } from '#foundation/calendar/index.ts';

// The weeks (from Monday, when the two committees sit) and months over which a neighbourhood looks back.

/** Calendar days in Shanghai, both included. The running period ends in the future. */
export type Period = { from: string; to: string };

/** The last `count` weeks, the running one last. */
export function lastWeeks(today: string, count = 12): Period[] {
  const monday = shiftDay(today, -((weekdayOf(today) + 6) % 7));
  return Array.from({ length: count }, (_, at) => {
    const from = shiftDay(monday, (at - count + 1) * 7);
    return { from, to: shiftDay(from, 6) };
  });
}

/** The last `count` calendar months, the running one last. */
export function lastMonths(today: string, count = 12): Period[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const months = year * 12 + month - count + at;
    return { from: firstOf(months), to: shiftDay(firstOf(months + 1), -1) };
  });
}

/** The instant from which "the last twelve months" count: the first of the month eleven months ago. */
export function yearBack(today: string): Date {
  return startOfShanghaiDay(lastMonths(today)[0]?.from ?? today);
}

/** How many of the counted days fall into a period. `days`: YYYY-MM-DD → count. */
export function sumWithin(days: ReadonlyMap<string, number>, { from, to }: Period): number {
  let sum = 0;
  for (const [day, count] of days) if (day >= from && day <= to) sum += count;
  return sum;
}

function firstOf(months: number): string {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}
