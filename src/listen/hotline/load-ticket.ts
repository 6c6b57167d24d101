import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import type { HandBackOutcome, Ticket } from './ticket.ts';

export type TicketRef = { communityId: number; id: string };

/** For a command: locks the voice of the ticket, then reads the ticket. Out of reach, like its voice, is Missing. */
export async function reachTicket(trx: Transaction<DB>, viewer: Viewer, ref: TicketRef): Promise<Ticket> {
  await query(trx, viewer, ref)?.clearSelect().select('voices.id').forUpdate('voices').executeTakeFirst();
  const ticket = await loadTicket(trx, viewer, ref);
  if (!ticket) throw new Missing();
  return ticket;
}

/** The facts the rules need, if the viewer may reach the ticket; otherwise null. */
export async function loadTicket(db: Kysely<DB>, viewer: Viewer, ref: TicketRef): Promise<Ticket | null> {
  const row = await query(db, viewer, ref)?.executeTakeFirst();
  if (!row) return null;
  const { handBackId, outcome, ...ticket } = row;
  return { ...ticket, communityId: ref.communityId, handBack: handBackId === null ? null : { id: handBackId, outcome } };
}

function query(db: Kysely<DB>, viewer: Viewer, { communityId, id }: TicketRef) {
  if (!isId(id)) return null;
  return db
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
    .select([
      'ticket.id',
      'ticket.voice_id as voiceId',
      'ticket.ticket_number as number',
      'ticket.hand_back_until as handBackUntil',
      'receipt.signed_at as signedAt',
      'back.id as handBackId',
      'decision.outcome',
    ])
    .$narrowType<{ outcome: HandBackOutcome | null }>()
    .where('ticket.community_id', '=', communityId)
    .where('ticket.id', '=', id)
    .where(visibleTo(viewer, communityId));
}
