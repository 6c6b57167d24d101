import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import type { Meeting, Purpose } from './meeting.ts';

/** `mayVote`: it stood on the agenda when the notice went out (D8), and something is to be voted on. */
export type AgendaItem = {
  id: string;
  title: string;
  purpose: Purpose;
  topicId: string | null;
  minutes: number | null;
  paper: string | null;
  frozenAt: Date | null;
  mayVote: boolean;
};

const votedOn: readonly Purpose[] = ['decide', 'advise', 'rate', 'mediate'];

export function isToVote(purpose: Purpose): boolean {
  return votedOn.includes(purpose);
}

/** What stands on the agenda, in its order. */
export async function findAgenda(db: Kysely<DB>, { communityId, id }: Pick<Meeting, 'communityId' | 'id'>): Promise<AgendaItem[]> {
  const rows = await itemsOf(db, communityId).where('meeting_id', '=', id).where('removed_at', 'is', null).execute();
  return rows.map(itemOf);
}

/** One item of a meeting; null when it isn't there (any more). */
export async function findAgendaItem(
  db: Kysely<DB>,
  { communityId, id }: Pick<Meeting, 'communityId' | 'id'>,
  itemId: string,
): Promise<AgendaItem | null> {
  if (!isId(itemId)) return null;
  const row = await itemsOf(db, communityId)
    .where('meeting_id', '=', id)
    .where('id', '=', itemId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ? itemOf(row) : null;
}

function itemsOf(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('agenda_items')
    .select(['id', 'title', 'purpose', 'topic_id as topicId', 'minutes', 'paper', 'frozen_at as frozenAt'])
    .$narrowType<{ purpose: Purpose }>()
    .where('community_id', '=', communityId)
    .orderBy('sort')
    .orderBy('id');
}

function itemOf(row: Omit<AgendaItem, 'mayVote'>): AgendaItem {
  return { ...row, mayVote: row.frozenAt !== null && isToVote(row.purpose) };
}
