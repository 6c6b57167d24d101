import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';

/** Something the hotline has not heard yet: a receipt, an answer, a hand-back, with the id of its own row. */
export type Pending = { ticketId: string; kind: 'receipt' | 'answer' | 'hand_back'; sourceId: string };

/** All of it that the viewer may see, in the order it happened. */
export async function findPending(db: Kysely<DB>, viewer: Viewer, communityId: number): Promise<Pending[]> {
  const rows = await db
    .selectFrom('hotline_tickets as ticket')
    .innerJoin('voices', (join) => join.onRef('voices.community_id', '=', 'ticket.community_id').onRef('voices.id', '=', 'ticket.voice_id'))
    .innerJoin(
      sql<{ ticketId: string; kind: Pending['kind']; sourceId: string; at: Date }>`(
        select ticket_id as "ticketId", 'receipt' as kind, id as "sourceId", signed_at as at
          from hotline_receipts where community_id = ${communityId}
        union all
        select t.id, 'answer', a.id, a.answered_at from hotline_tickets t
          join voice_answers a on a.community_id = t.community_id and a.voice_id = t.voice_id where t.community_id = ${communityId}
        union all
        select ticket_id, 'hand_back', id, asked_at from hotline_hand_backs where community_id = ${communityId})`.as('step'),
      (join) => join.onRef('step.ticketId', '=', 'ticket.id'),
    )
    .select(['step.ticketId', 'step.kind', 'step.sourceId'])
    .where('ticket.community_id', '=', communityId)
    .where(visibleTo(viewer, communityId))
    .where(
      sql<boolean>`not exists (select from hotline_export_lines sent where sent.community_id = ${communityId}
        and sent.kind = step.kind and sent.source_id = step."sourceId")`,
    )
    .orderBy('step.at')
    .orderBy('step.sourceId')
    .execute();
  return rows;
}

/** How many things wait to be sent back. Throws Forbidden. */
export async function countPending(viewer: Viewer, communityId: number): Promise<number> {
  officeOnly(viewer, communityId);
  return (await findPending(database(), viewer, communityId)).length;
}
