import { z } from 'zod';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { stageNames } from '#listen/voices/index.ts';
import { m } from '#words';
import { decideHandBack, decideHandBackInput } from './decide-hand-back.ts';
import { exportTable } from './export-table.ts';
import { exportTickets, exportTicketsInput } from './export-tickets.ts';
import { findExport } from './find-export.ts';
import { findTickets, ticketTabs } from './find-tickets.ts';
import { handBackTicket, handBackTicketInput } from './hand-back-ticket.ts';
import { importTickets, importTicketsInput } from './import-tickets.ts';
import { signTickets, signTicketsInput } from './sign-tickets.ts';
import { ticketTableInput } from './ticket-table.ts';

// The hotline's tickets for the office's programs: a file brought in as a table, and what goes back as a table.

const time = z.iso.datetime();
const at = '/communities/{slug}/hotline';
const problem = z.strictObject({ line: z.int(), column: z.string(), code: z.string() }).meta({ id: 'RowProblem' });
const done = z.strictObject({ ticketId: z.uuid() }).meta({ id: 'TicketId' });

const ticket = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    voice: z.string(),
    stage: z.enum(stageNames),
    words: z.string(),
    receivedAt: time,
    dueAt: time,
    theirDueAt: time.nullable(),
    signedAt: time.nullable(),
    answeredAt: time.nullable(),
    handBackUntil: time,
    handBack: z.enum(['waiting', 'accepted', 'refused']).nullable(),
  })
  .meta({ id: 'HotlineTicket' });

export const hotlineApi = [
  endpoint({
    id: importTickets.name,
    method: 'post',
    path: `${at}/imports`,
    tag: m.api_tag_hotline,
    summary: m.api_import_tickets,
    key: { scope: 'voices:write' },
    body: importTicketsInput.extend(ticketTableInput.shape),
    answer: z.strictObject({ added: z.int(), known: z.int(), problems: z.array(problem), remarks: z.array(problem) }),
    run: async ({ viewer, params, body: { header, rows, ...input }, how }) => {
      const { id } = await communityServedBy(viewer, params);
      const table = ticketTableInput.safeParse({ header, rows });
      if (!table.success) throw new Invalid([{ field: 'rows', code: 'table.not-readable' }]);
      const { added, known, problems, remarks } = await importTickets(viewer, id, input, table.data, how);
      const plain = (list: typeof problems) => list.map(({ line, column, code }) => ({ line, column, code }));
      return { added, known, problems: plain(problems), remarks: plain(remarks) };
    },
  }),
  endpoint({
    id: findTickets.name,
    method: 'get',
    path: `${at}/tickets`,
    tag: m.api_tag_hotline,
    summary: m.api_list_tickets,
    key: { scope: 'voices:read' },
    query: z.object({ which: z.enum(ticketTabs).default('open') }),
    answer: z.strictObject({ tickets: z.array(ticket) }),
    run: async ({ viewer, params, query }) => {
      const { id } = await communityServedBy(viewer, params);
      const written = (moment: Date | null) => moment && moment.toISOString();
      return {
        tickets: (await findTickets(viewer, id, query.which)).map((row) => ({
          ...row,
          receivedAt: row.receivedAt.toISOString(),
          dueAt: row.dueAt.toISOString(),
          handBackUntil: row.handBackUntil.toISOString(),
          theirDueAt: written(row.theirDueAt),
          signedAt: written(row.signedAt),
          answeredAt: written(row.answeredAt),
        })),
      };
    },
  }),
  endpoint({
    id: signTickets.name,
    method: 'post',
    path: `${at}/receipts`,
    tag: m.api_tag_hotline,
    summary: m.api_sign_tickets,
    key: { scope: 'voices:write' },
    body: signTicketsInput,
    answer: z.strictObject({ signed: z.int() }),
    run: async ({ viewer, params, body, how }) => signTickets(viewer, (await communityOf(params)).id, body, how),
  }),
  endpoint({
    id: handBackTicket.name,
    method: 'post',
    path: `${at}/tickets/{ticket}/hand-back`,
    tag: m.api_tag_hotline,
    summary: m.api_hand_back_ticket,
    key: { scope: 'voices:write' },
    body: handBackTicketInput,
    answer: done,
    run: async ({ viewer, params, body, how }) => handBackTicket(viewer, await refOf(params), body, how),
  }),
  endpoint({
    id: decideHandBack.name,
    method: 'post',
    path: `${at}/tickets/{ticket}/hand-back-decision`,
    tag: m.api_tag_hotline,
    summary: m.api_decide_hand_back,
    key: { scope: 'voices:write' },
    body: decideHandBackInput,
    answer: done,
    run: async ({ viewer, params, body, how }) => decideHandBack(viewer, await refOf(params), body, how),
  }),
  endpoint({
    id: exportTickets.name,
    method: 'post',
    path: `${at}/exports`,
    tag: m.api_tag_hotline,
    summary: m.api_export_tickets,
    key: { scope: 'voices:write' },
    body: exportTicketsInput,
    answer: z.strictObject({ exportId: z.uuid(), lines: z.int() }),
    run: async ({ viewer, params, body, how }) => exportTickets(viewer, (await communityOf(params)).id, body, how),
  }),
  endpoint({
    id: findExport.name,
    method: 'get',
    path: `${at}/exports/{export}`,
    tag: m.api_tag_hotline,
    summary: m.api_show_export,
    key: { scope: 'voices:read' },
    answer: z.strictObject({ at: time, header: z.array(z.string()), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }),
    run: async ({ viewer, params, locale }) => {
      const { id } = await communityServedBy(viewer, params);
      const sent = await findExport(viewer, id, params['export'] ?? '');
      return { at: sent.at.toISOString(), ...exportTable(sent, locale) };
    },
  }),
];

async function refOf(params: Record<string, string>): Promise<{ communityId: number; id: string }> {
  return { communityId: (await communityOf(params)).id, id: params['ticket'] ?? '' };
}
