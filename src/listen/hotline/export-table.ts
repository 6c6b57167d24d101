import type { Cell } from '#foundation/spreadsheets/index.ts';
import { m } from '#words';
import type { Exported, ExportedTicket } from './find-export.ts';
import { answeredFields, type HandBackReason, type TicketField } from './ticket.ts';
import { ticketTitle } from './ticket-columns.ts';
import { writeWall } from './write-wall.ts';

type Locale = 'zh-CN' | 'en';

/**
 * An export as a table in the columns of the hotline's own file; what that has no column for stands behind. The caller's
 * columns stay empty: the hotline knows who called. A ticket answered twice has two rows.
 */
export function exportTable({ header, columns, tickets }: Exported, locale: Locale): { header: string[]; rows: Cell[][] } {
  const added = answeredFields.filter((field) => columns[field] === undefined);
  const places = new Map<TicketField, number>();
  for (const field of ['number', 'receivedAt', 'dueAt', ...answeredFields] as const) {
    const at = columns[field] ?? (added.some((each) => each === field) ? header.length + added.findIndex((each) => each === field) : null);
    if (at !== null) places.set(field, at);
  }
  const width = header.length + added.length;
  return {
    header: [...header, ...added.map((field) => ticketTitle(field, locale))],
    rows: tickets.flatMap((ticket) =>
      rowsOf(ticket, locale).map((row) => {
        const cells: Cell[] = Array.from({ length: width }, () => null);
        for (const [field, at] of places) cells[at] = row[field] ?? null;
        return cells;
      }),
    ),
  };
}

function rowsOf(ticket: ExportedTicket, locale: Locale): Partial<Record<TicketField, string | null>>[] {
  const { number, ourNumber, receivedAt, dueAt, signedAt, handBack, answers } = ticket;
  const same = { number, ourNumber, receivedAt: writeWall(receivedAt), dueAt: dueAt && writeWall(dueAt) };
  const first = {
    ...same,
    signedAt: signedAt && writeWall(signedAt),
    ...(handBack && { handBack: `${reasonWords(handBack.reason, locale)} ${handBack.evidence}`, handBackAt: writeWall(handBack.at) }),
  };
  const [answer, ...more] = answers.map(({ words, at }) => ({ answer: words, answeredAt: writeWall(at) }));
  return [{ ...first, ...answer }, ...more.map((each) => ({ ...same, ...each }))];
}

function reasonWords(reason: HandBackReason, locale: Locale): string {
  return `[${m[`hotline_reason_${reason}`]({}, { locale })}]`;
}
