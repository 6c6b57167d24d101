import { sql } from 'kysely';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { openStages, visibleTo, type Stage } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';
import type { HandBackOutcome } from './ticket.ts';

export const ticketTabs = ['unsigned', 'open', 'done'] as const;
export type TicketTab = (typeof ticketTabs)[number];

/** A ticket as the office lists it: the hotline's number and date, and those of the voice. `words`: their beginning. */
export type TicketLine = {
  id: string;
  number: string;
  voice: string;
  stage: Stage;
  words: string;
  receivedAt: Date;
  theirDueAt: Date | null;
  dueAt: Date;
  answeredAt: Date | null;
  signedAt: Date | null;
  handBackUntil: Date;
  handBack: HandBackOutcome | 'waiting' | null;
};

/** Not yet signed for; open; and closed or passed on. The nearest of both due dates first, done ones newest first; at most 200. Throws Forbidden. */
export async function findTickets(viewer: Viewer, communityId: number, tab: TicketTab): Promise<TicketLine[]> {
  const rows = await tickets(viewer, communityId)
    .select([
      'ticket.id',
      'ticket.ticket_number as number',
      'ticket.their_due_at as theirDueAt',
      'ticket.hand_back_until as handBackUntil',
      'voices.year',
      'voices.serial',
      'voices.stage',
      'voices.received_at as receivedAt',
      'voices.due_at as dueAt',
      'voices.answered_at as answeredAt',
      sql<string>`left(voices.words, 120)`.as('words'),
      'receipt.signed_at as signedAt',
      sql<HandBackOutcome | 'waiting' | null>`case when back.id is not null then coalesce(decision.outcome, 'waiting') end`.as('handBack'),
    ])
    .$narrowType<{ stage: Stage }>()
    .where(inTab(tab))
    .orderBy(tab === 'done' ? sql`voices.changed_at` : sql`least(voices.due_at, ticket.their_due_at)`, tab === 'done' ? 'desc' : 'asc')
    .orderBy('ticket.id')
    .limit(200)
    .execute();
  return rows.map(({ year, serial, ...row }) => ({ ...row, voice: formatNumber(year, serial) }));
}

/** How many stand in each tab. Throws Forbidden. */
export async function countTickets(viewer: Viewer, communityId: number): Promise<Record<TicketTab, number>> {
  const count = (tab: TicketTab) => sql<number>`count(*) filter (where ${inTab(tab)})::int`.as(tab);
  return tickets(viewer, communityId)
    .select([count('unsigned'), count('open'), count('done')])
    .executeTakeFirstOrThrow();
}

function inTab(tab: TicketTab) {
  const open = sql`voices.stage = any(${openStages}::text[])`;
  if (tab === 'done') return sql<boolean>`not ${open}`;
  return tab === 'unsigned' ? sql<boolean>`(${open} and receipt.id is null)` : sql<boolean>`(${open} and receipt.id is not null)`;
}

function tickets(viewer: Viewer, communityId: number) {
  officeOnly(viewer, communityId);
  return database()
    .selectFrom('hotline_tickets as ticket')
    .innerJoin('voices', (join) => join.onRef('voices.community_id', '=', 'ticket.community_id').onRef('voices.id', '=', 'ticket.voice_id'))
    .leftJoin('hotline_receipts as receipt', (join) =>
      join.onRef('receipt.community_id', '=', 'ticket.community_id').onRef('receipt.ticket_id', '=', 'ticket.id'),
    )
    .leftJoin('hotline_hand_backs as back', (join) =>
      join.onRef('back.community_id', '=', 'ticket.community_id').onRef('back.ticket_id', '=', 'ticket.id'),
    )
    .leftJoin('hotline_hand_back_decisions as decision', (join) =>
      join.onRef('decision.community_id', '=', 'back.community_id').onRef('decision.hand_back_id', '=', 'back.id'),
    )
    .where('ticket.community_id', '=', communityId)
    .where(visibleTo(viewer, communityId));
}
