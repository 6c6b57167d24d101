import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';

/** A ticket against the hotline's own date: `late` when it was done strictly after it was due. */
export type Lateness = { number: string; due: Date; closed: Date; late: boolean };

/**
 * How tickets kept the hotline's date: done when the hotline's file says so, otherwise when we answered first. Tickets
 * without such a date, or not done yet, are left out. By number. Throws Forbidden.
 */
export async function findLateness(viewer: Viewer, communityId: number): Promise<Lateness[]> {
  officeOnly(viewer, communityId);
  const closed = sql<Date>`coalesce(ticket.their_closed_at, (select min(answered_at) from voice_answers answer
    where answer.community_id = ticket.community_id and answer.voice_id = ticket.voice_id))`;
  return database()
    .selectFrom('hotline_tickets as ticket')
    .innerJoin('voices', (join) => join.onRef('voices.community_id', '=', 'ticket.community_id').onRef('voices.id', '=', 'ticket.voice_id'))
    .select([
      'ticket.ticket_number as number',
      sql<Date>`ticket.their_due_at`.as('due'),
      closed.as('closed'),
      sql<boolean>`${closed} > ticket.their_due_at`.as('late'),
    ])
    .where('ticket.community_id', '=', communityId)
    .where('ticket.their_due_at', 'is not', null)
    .where(sql<boolean>`${closed} is not null`)
    .where(visibleTo(viewer, communityId))
    .orderBy('ticket.ticket_number')
    .execute();
}
