import { findColumns } from '#foundation/spreadsheets/index.ts';
import { m } from '#words';
import { ticketFields, type TicketColumns, type TicketField } from './ticket.ts';

// What the columns of a hotline's file are usually called. The words keep the titles apart with a stroke; the first is ours.

type Locale = 'zh-CN' | 'en';

/** A guess from the titles alone, for a person to correct. */
export function guessColumns(header: readonly string[]): TicketColumns {
  const guessed: TicketColumns = {};
  for (const field of ticketFields) {
    const own = [...titlesIn(field, 'zh-CN'), ...titlesIn(field, 'en')];
    const at = findColumns(header, { own }).at.own;
    if (at !== undefined) guessed[field] = at;
  }
  return guessed;
}

/** What we call the field, in the reader's language. */
export function ticketTitle(field: TicketField, locale: Locale): string {
  return titlesIn(field, locale)[0] ?? field;
}

function titlesIn(field: TicketField, locale: Locale): string[] {
  return m[`hotline_titles_${field}`]({}, { locale }).split('|');
}
