import { sql } from 'kysely';
import { z } from 'zod';
import { addWorkingDays, type Calendar } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { refuseTable, type Table, type TableProblem } from '#foundation/spreadsheets/index.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { deadlines, submitVoice, submitVoiceInput, words } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';
import { saveMapping } from './save-mapping.ts';
import { ticketFields, type TicketColumns } from './ticket.ts';
import { readTicketRows, type TicketRow } from './ticket-rows.ts';

/** A morning's file, not a year's: all of it is one transaction, during which no other voice of the community gets a number. */
export const mostTickets = 500;

const place = z.coerce.number('input.not-usable').int('input.not-usable').min(0, 'input.not-usable').max(59, 'input.not-usable');
/** `mapping`: the name under which the columns are kept. `bad`: rows with problems stop the whole file, or are left out. */
export const importTicketsInput = z.object({
  mapping: words(60),
  columns: z.partialRecord(z.enum(ticketFields), place).meta({ additionalProperties: false }),
  bad: z.enum(['stop', 'leave_out'], 'input.choose').default('stop'),
});
export type ImportTickets = z.infer<typeof importTicketsInput>;

/** `known`: rows whose ticket had come before. `problems`: rows that were left out; `remarks`: what of others could not be kept. */
export type ImportedTickets = { importId: string; added: number; known: number; problems: TableProblem[]; remarks: TableProblem[] };

/**
 * Takes over tickets of the hotline: each becomes a voice of the channel `hotline_transfer`, counted from the time the
 * hotline heard it. A ticket that is here already stays as it is. Throws Forbidden, Refused, Invalid (see `tableProblemsOf`).
 */
export async function importTickets(
  viewer: Viewer,
  communityId: number,
  input: ImportTickets,
  table: Table,
  how?: How,
): Promise<ImportedTickets> {
  return perform({ actor: actorKey(viewer), verb: 'hotline.import', input: [communityId, input, table] }, how, async (act) => {
    officeOnly(viewer, communityId);
    refuseIf(table.rows.length > mostTickets ? 'hotline.too-many-rows' : null);
    refuseColumns(input.columns, table);
    // Two who bring the same file at once come one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended('hotline', ${communityId}))`.execute(act.trx);
    const { rows, problems, remarks } = readTicketRows(table, input.columns, act.now);
    if (problems.length > 0 && input.bad === 'stop') throw refuseTable(problems);
    const known = await findKnown(act, communityId, rows);
    const news = rows.filter(({ number }) => !known.has(number));
    const mappingId = await saveMapping(act, viewer, communityId, { name: input.mapping, header: table.header, columns: input.columns });
    const importId = newId(act.now);
    const counts = { added: news.length, known: rows.length - news.length, left_out: table.rows.length - rows.length };
    await act.trx
      .insertInto('hotline_imports')
      .values({
        community_id: communityId,
        id: importId,
        mapping_id: mappingId,
        imported_at: act.now,
        imported_by: viewer.personId,
        ...counts,
      })
      .execute();
    const calendar = await currentCalendar(act.trx);
    for (const row of news) await keepTicket(act, viewer, { communityId, importId, calendar }, row);
    await recordEvent(act, {
      communityId,
      name: 'hotline.imported',
      subjectId: importId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: counts,
    });
    return { importId, added: counts.added, known: counts.known, problems, remarks };
  });
}

/** The two columns without which nothing can be taken over, and none that the file doesn't have. */
function refuseColumns({ number, words: said, title, ...rest }: TicketColumns, { header }: Table): void {
  const places = [number, said, title, ...Object.values(rest)].filter((at) => at !== undefined);
  const wrong = places.some((at) => at >= header.length) || new Set(places).size < places.length;
  if (number === undefined) throw new Invalid([{ field: 'number', code: 'hotline.column-needed' }]);
  if (said === undefined && title === undefined) throw new Invalid([{ field: 'words', code: 'hotline.column-needed' }]);
  if (wrong) throw new Invalid([{ field: 'number', code: 'hotline.columns-twice' }]);
}

async function findKnown({ trx }: Act, communityId: number, rows: readonly TicketRow[]): Promise<Set<string>> {
  const numbers = rows.map(({ number }) => number);
  const found = await trx
    .selectFrom('hotline_tickets')
    .select('ticket_number')
    .where('community_id', '=', communityId)
    .where(sql<boolean>`ticket_number = any(${numbers}::text[])`)
    .execute();
  return new Set(found.map((row) => row.ticket_number));
}

type Into = { communityId: number; importId: string; calendar: Calendar };

/** The ticket's number leads back to the caller, so that neither place nor telephone is demanded. */
async function keepTicket(act: Act, viewer: Viewer, { communityId, importId, calendar }: Into, row: TicketRow): Promise<void> {
  const saidAt = (row.receivedAt ?? row.dispatchedAt)?.toISOString();
  const input = {
    ...submitVoiceInput.parse({ words: row.words, kind: row.kind, channel: 'hotline_transfer', placeWords: row.address ?? row.number }),
    placeWords: row.address ?? undefined,
    name: row.name ?? undefined,
    phone: row.phone ?? undefined,
    responseMethod: row.phone ? ('phone' as const) : ('page' as const),
    saidAt,
  };
  const { voiceId } = await submitVoice(viewer, communityId, input, [], { within: act });
  const dispatchedAt = row.dispatchedAt ?? act.now;
  await act.trx
    .insertInto('hotline_tickets')
    .values({
      community_id: communityId,
      id: newId(act.now),
      voice_id: voiceId,
      import_id: importId,
      ticket_number: row.number,
      dispatched_at: dispatchedAt,
      hand_back_until: addWorkingDays(calendar, dispatchedAt, deadlines.decline),
      their_due_at: row.dueAt,
      their_closed_at: row.closedAt,
    })
    .execute();
}
