import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { erasePersonData } from './erase-person-data.ts';
import { eraseVoiceData, type Eraser } from './erase-voice-data.ts';
import { eraseVisitData } from './erase-visit-data.ts';
import { appendErasures, readErasures, type Erasure } from './erasure-journal.ts';
import { removeFiles } from './finish-erasures.ts';

const system: Eraser = { personId: null, role: 'system' };

/**
 * Brings database, journal and pictures to the same state, before anybody is let in: what a restored back-up brought back
 * is erased again, and what a crash kept out of the journal is written there. Safe to run as often as one likes.
 * Returns how many subjects had come back.
 */
export async function replayErasures(): Promise<number> {
  const journal = await readErasures();
  const returned = await findReturned(journal);
  for (const erasure of returned) await eraseAgain(erasure);
  await appendErasures(await findUnwritten(journal));
  for (const erasure of journal) await removeFiles(erasure);
  return returned.length;
}

async function findReturned(journal: Erasure[]): Promise<Erasure[]> {
  if (journal.length === 0) return [];
  const ids = (about: Erasure['about']) => [nobody, ...journal.filter((one) => one.about === about).map(({ subjectId }) => subjectId)];
  const db = database();
  const voices = await db.selectFrom('voices').select('id').where('id', 'in', ids('voice')).where('erased_at', 'is', null).execute();
  const people = await db.selectFrom('people').select('id').where('id', 'in', ids('person')).where('erased_at', 'is', null).execute();
  const visits = await db.selectFrom('visits').select('id').where('id', 'in', ids('visit')).where('erased_at', 'is', null).execute();
  const notes = await db.selectFrom('visit_notes').select('id').where('id', 'in', ids('visit')).execute();
  const alive = new Set([...voices, ...people, ...visits, ...notes].map(({ id }) => id));
  return journal.filter(({ subjectId }) => alive.has(subjectId));
}

const nobody = '00000000-0000-7000-8000-000000000000';

async function eraseAgain({ about, communityId, subjectId }: Erasure): Promise<void> {
  const erased = await perform({ actor: 'clock', verb: 'erasure.replay', input: null }, undefined, async (act) => {
    if (about === 'person') return erasePersonData(act, system, communityId, subjectId);
    const erase = about === 'visit' ? eraseVisitData : eraseVoiceData;
    const one = await erase(act, system, communityId, subjectId);
    return one ? [one] : [];
  });
  for (const one of erased) await removeFiles(one);
}

/** Erased in the database, but not in the journal: the process ended between the two. */
async function findUnwritten(journal: Erasure[]): Promise<Erasure[]> {
  const written = new Set(journal.map(({ subjectId }) => subjectId));
  const rows = await database().selectFrom('erasures').selectAll().orderBy('erased_at').execute();
  return rows
    .filter((row) => !written.has(row.subject_id))
    .map((row) => ({
      communityId: row.community_id,
      about: row.about === 'person' || row.about === 'visit' ? row.about : 'voice',
      subjectId: row.subject_id,
      photos: row.photos,
      at: row.erased_at.toISOString(),
    }));
}
