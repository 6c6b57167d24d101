import { Forbidden } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { readSealedTexts, type Viewer } from '#community/people/index.ts';
import { reachNote } from './reach-note.ts';
import type { VisitRef } from './visit.ts';

/** Opens a sealed note for one of its readers; the household sees who and when (H7). Throws Missing, Forbidden. */
export async function readNote(viewer: Viewer, ref: VisitRef): Promise<{ words: string }> {
  const now = await databaseTime();
  return database()
    .transaction()
    .execute(async (trx) => {
      const note = await reachNote(trx, viewer, ref);
      if (!viewer.personId || !note.readerIds.includes(viewer.personId)) throw new Forbidden('visit.not-a-reader');
      const look = { communityId: ref.communityId, subjectId: note.id, fields: ['visit_note'], purpose: 'visit', own: false };
      const text = { table: 'visit_notes', column: 'words_sealed', row: note.id, sealed: note.sealed };
      const [words] = await readSealedTexts({ trx, now }, viewer, look, [text]);
      return { words: words ?? '' };
    });
}
