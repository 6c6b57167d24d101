import type { Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { homesOf, inReach } from './visit-access.ts';
import type { VisitRef } from './visit.ts';

export type Note = { id: string; householdId: string; sealed: Buffer; endedAt: Date | null; keptFrom: Date; readerIds: string[] };

/** A sealed note of a household within reach, locked. That it is there says nothing of what is in it. Throws Missing. */
export async function reachNote(trx: Transaction<DB>, viewer: Viewer, { communityId, id }: VisitRef): Promise<Note> {
  const note = await loadNote(trx, communityId, id);
  const reached = await trx
    .selectFrom('visit_notes')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', note.id)
    .where(inReach(viewer, communityId, 'visit_notes.household_id'))
    .executeTakeFirst();
  if (!reached) throw new Missing();
  return note;
}

/** The same for the household it is about. */
export async function reachOwnNote(trx: Transaction<DB>, viewer: Viewer, { communityId, id }: VisitRef): Promise<Note> {
  const note = await loadNote(trx, communityId, id);
  const homes = await homesOf(trx, viewer, communityId);
  if (!homes.some(({ householdId }) => householdId === note.householdId)) throw new Missing();
  return note;
}

async function loadNote(trx: Transaction<DB>, communityId: number, id: string): Promise<Note> {
  if (!isId(id)) throw new Missing();
  const row = await trx
    .selectFrom('visit_notes')
    .select(['id', 'household_id as householdId', 'words_sealed as sealed', 'ended_at as endedAt', 'kept_from as keptFrom'])
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing();
  const readers = await trx
    .selectFrom('visit_note_readers')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('note_id', '=', id)
    .execute();
  return { ...row, readerIds: readers.map(({ person_id }) => person_id) };
}
