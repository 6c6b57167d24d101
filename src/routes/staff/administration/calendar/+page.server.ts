import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import { isDay, shanghaiYear } from '#foundation/calendar/index.ts';
import {
  changeCalendarDay,
  changeCalendarDayInput,
  findCalendar,
  importCalendar,
  removeCalendarDay,
  removeCalendarDayInput,
  whyNotChangeCalendar,
  type CalendarDay,
} from '#community/calendar/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../form-action.ts';
import { sayDay } from '../../../say-date.ts';
import { staffOnly } from '../../shell.ts';
import { importAction } from '../../table-problems.ts';
import { monthsOf } from './calendar-months.ts';
import { spansOf } from './calendar-spans.ts';
import type { Actions, PageServerLoad } from './$types';

const years = { first: 2024, last: 2099 };

/** One year of the calendar; `?day=` fills the form in. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = staffOnly(locals);
  const whyNot = whyNotChangeCalendar(viewer);
  if (whyNot) throw new Forbidden(whyNot);
  const asked = url.searchParams.get('day') ?? '';
  const year = yearOf(url.searchParams.get('year') ?? asked.slice(0, 4));
  const calendar = await findCalendar(year);
  const nameOf = (day: CalendarDay) => (locals.locale === 'en' ? day.name.en : day.name.zh);
  const months = monthsOf(year, calendar.days);
  const day = calendar.days.find((each) => each.day === asked) ?? null;
  return {
    key: crypto.randomUUID(),
    year,
    before: year > years.first ? year - 1 : null,
    after: year < years.last ? year + 1 : null,
    provisional: calendar.provisional,
    known: calendar.known,
    workingDays: months.reduce((sum, month) => sum + month.workingDays, 0),
    weekdays: weekdayNames(locals.locale),
    months: months.map((month) => ({
      ...month,
      name: monthName(locals.locale, month.month),
      weeks: month.weeks.map((week) =>
        week.map(
          (cell) =>
            cell && {
              day: cell.day,
              number: cell.number,
              weekend: cell.weekend,
              kind: cell.special?.kind ?? null,
              name: cell.special && nameOf(cell.special),
              changed: cell.special?.changed ?? false,
            },
        ),
      ),
    })),
    spans: spansOf(calendar.days).map(({ from, to, days, first }) => ({
      from,
      days,
      said: days === 1 ? sayDay(from) : m.calendar_span({ from: sayDay(from), to: sayDay(to) }),
      kind: first.kind,
      name: nameOf(first),
      changed: first.changed,
      provisional: first.provisional ?? false,
    })),
    form: { day: isDay(asked) ? asked : '', kind: day?.kind ?? '', name: day?.name.zh ?? '', nameEn: day?.name.en ?? '' },
    done: doneWords(url),
  };
};

export const actions: Actions = {
  change: (event) =>
    change(event, async (form) => {
      const input = parsed(changeCalendarDayInput.safeParse(form.values));
      await changeCalendarDay(staffOnly(event.locals), input, { key: form.key });
      return `${paths.calendar(Number(input.day.slice(0, 4)))}&done=changed`;
    }),
  remove: (event) =>
    change(event, async (form) => {
      const input = parsed(removeCalendarDayInput.safeParse(form.values));
      await removeCalendarDay(staffOnly(event.locals), input, { key: form.key });
      return `${paths.calendar(Number(input.day.slice(0, 4)))}&done=removed`;
    }),
  import: (event) =>
    formAction(event, (form) =>
      importAction(form, columnTitles(), async (table) => ({
        imported: await importCalendar(staffOnly(event.locals), table, { key: form.key }),
      })),
    ),
};

/** One change, then back to the year it belongs to. */
function change(event: RequestEvent, work: (form: FormData_) => Promise<string>) {
  return formAction(event, async (form): Promise<never> => redirect(303, await work(form)));
}

function yearOf(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : shanghaiYear(new Date());
  return Math.min(years.last, Math.max(years.first, year));
}

function doneWords(url: URL): string | null {
  const done = url.searchParams.get('done');
  return done === 'changed' ? m.calendar_done_changed() : done === 'removed' ? m.calendar_done_removed() : null;
}

function columnTitles(): Record<string, string> {
  return { day: m.calendar_column_day(), kind: m.calendar_column_kind(), name: m.calendar_column_name() };
}

function monthName(locale: string, month: number): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 15)));
}

/** Monday first: short to read, long to hear. 1 January 2024 was a Monday. */
function weekdayNames(locale: string): { short: string; long: string }[] {
  const said = (at: number, weekday: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + at)));
  return Array.from({ length: 7 }, (_, at) => ({ short: said(at, 'narrow'), long: said(at, 'long') }));
}
