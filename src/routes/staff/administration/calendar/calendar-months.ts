import { calendarFrom, shiftDay } from '#foundation/calendar/index.ts';
import type { CalendarDay } from '#community/calendar/index.ts';

// A year laid out as twelve months of weeks beginning on Monday, as a wall calendar in China is.

export type Cell = { day: string; number: number; weekend: boolean; special: CalendarDay | null };
export type Month = { month: number; weeks: (Cell | null)[][]; workingDays: number };

/** The twelve months of a year; cells outside the month are null. */
export function monthsOf(year: number, days: readonly CalendarDay[]): Month[] {
  const special = new Map(days.map((day) => [day.day, day]));
  const calendar = calendarFrom(days);
  return Array.from({ length: 12 }, (_, at) => {
    const cells = daysOf(year, at + 1).map((day): Cell => ({
      day,
      number: Number(day.slice(8)),
      weekend: mondayBased(day) > 4,
      special: special.get(day) ?? null,
    }));
    const before = cells[0] ? mondayBased(cells[0].day) : 0;
    const padded = [...Array.from({ length: before }, () => null), ...cells];
    const weeks = Array.from({ length: Math.ceil(padded.length / 7) }, (_week, week) =>
      Array.from({ length: 7 }, (_day, column) => padded[week * 7 + column] ?? null),
    );
    return { month: at + 1, weeks, workingDays: cells.filter((cell) => calendar.isWorkingDay(cell.day)).length };
  });
}

function daysOf(year: number, month: number): string[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const days: string[] = [];
  for (let day = first; day.startsWith(first.slice(0, 8)); day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** 0 for Monday to 6 for Sunday. */
function mondayBased(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
