import { sql } from 'kysely';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import { Missing } from '#foundation/refusal.ts';
import { isId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';
import type { TicketColumns, HandBackReason } from './ticket.ts';

/** One ticket in an export: what of receipt, answers and hand-back went out with it. Nothing about the caller goes back. */
export type ExportedTicket = {
  number: string;
  ourNumber: string;
  receivedAt: Date;
  dueAt: Date | null;
  signedAt: Date | null;
  answers: { words: string; at: Date }[];
  handBack: { reason: HandBackReason; evidence: string; at: Date } | null;
};
export type Exported = { at: Date; header: string[]; columns: TicketColumns; tickets: ExportedTicket[] };

/** The content of an export, as far as the viewer may see it; the same at every time. Throws Forbidden, Missing. */
export async function findExport(viewer: Viewer, communityId: number, id: string): Promise<Exported> {
  officeOnly(viewer, communityId);
  if (!isId(id)) throw new Missing();
  const head = await database()
    .selectFrom('hotline_exports as export')
    .innerJoin('hotline_mappings as mapping', (join) =>
      join.onRef('mapping.community_id', '=', 'export.community_id').onRef('mapping.id', '=', 'export.mapping_id'),
    )
    .select(['export.exported_at as at', sql<string[]>`mapping.header`.as('header'), sql<TicketColumns>`mapping.fields`.as('columns')])
    .where('export.community_id', '=', communityId)
    .where('export.id', '=', id)
    .executeTakeFirst();
  if (!head) throw new Missing();
  const rows = await findRows(viewer, communityId, id);
  return { ...head, tickets: [...Map.groupBy(rows, ({ number }) => number).values()].flatMap(ticketOf) };
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

function ticketOf(rows: Row[]): ExportedTicket[] {
  const [first] = rows;
  if (!first) return [];
  const back = rows.find(({ reason }) => reason !== null);
  return [
    {
      number: first.number,
      ourNumber: formatNumber(first.year, first.serial),
      receivedAt: first.receivedAt,
      dueAt: first.dueAt,
      signedAt: rows.find(({ signedAt }) => signedAt)?.signedAt ?? null,
      answers: rows.flatMap(({ words, nextStep, answeredAt }) =>
        words !== null && answeredAt ? [{ words: [words, nextStep].filter(Boolean).join('\n'), at: answeredAt }] : [],
      ),
      handBack: back?.reason && back.evidence && back.askedAt ? { reason: back.reason, evidence: back.evidence, at: back.askedAt } : null,
    },
  ];
}

function findRows(viewer: Viewer, communityId: number, exportId: string) {
  return database()
    .selectFrom('hotline_export_lines as line')
    .innerJoin('hotline_tickets as ticket', (join) =>
      join.onRef('ticket.community_id', '=', 'line.community_id').onRef('ticket.id', '=', 'line.ticket_id'),
    )
    .innerJoin('voices', (join) => join.onRef('voices.community_id', '=', 'ticket.community_id').onRef('voices.id', '=', 'ticket.voice_id'))
    .leftJoin('hotline_receipts as receipt', (join) =>
      join
        .onRef('receipt.community_id', '=', 'line.community_id')
        .onRef('receipt.id', '=', 'line.source_id')
        .on('line.kind', '=', 'receipt'),
    )
    .leftJoin('voice_answers as answer', (join) =>
      join.onRef('answer.community_id', '=', 'line.community_id').onRef('answer.id', '=', 'line.source_id').on('line.kind', '=', 'answer'),
    )
    .leftJoin('hotline_hand_backs as back', (join) =>
      join.onRef('back.community_id', '=', 'line.community_id').onRef('back.id', '=', 'line.source_id').on('line.kind', '=', 'hand_back'),
    )
    .select([
      'ticket.ticket_number as number',
      'ticket.their_due_at as dueAt',
      'voices.year',
      'voices.serial',
      'voices.received_at as receivedAt',
      'receipt.signed_at as signedAt',
      'answer.words',
      'answer.next_step as nextStep',
      'answer.answered_at as answeredAt',
      'back.reason',
      'back.evidence',
      'back.asked_at as askedAt',
    ])
    .$narrowType<{ reason: HandBackReason | null }>()
    .where('line.community_id', '=', communityId)
    .where('line.export_id', '=', exportId)
    .where(visibleTo(viewer, communityId))
    .orderBy('ticket.ticket_number')
    .orderBy('answer.answered_at')
    .execute();
}
