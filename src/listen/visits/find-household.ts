import { Missing } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { readSealedTexts, type Viewer } from '#community/people/index.ts';
import { findStanding, type HouseholdStanding } from './find-standing.ts';
import { findVisitors, type Visitor } from './find-visitors.ts';
import { dueOf, whyNotGo, type Due } from './visit-rhythm.ts';
import type { Result, VisitStage } from './visit.ts';

export type PastVisit = { id: string; at: Date; stage: VisitStage; result: Result | null; officer: string; erased: boolean };
/** A sealed note from outside: that it is there, who may open it, until when. `mayRead`: whether the viewer may. */
export type NoteFacts = { id: string; consentedAt: Date; keptFrom: Date; ended: boolean; readers: string[]; mayRead: boolean };
export type HouseholdPage = HouseholdStanding & {
  due: Due | null;
  whyNotGo: string | null;
  visits: PastVisit[];
  notes: NoteFacts[];
  visitors: Visitor[];
};

/** What those who visit may know of a household. Opening this file is a look that the household sees (H7). Throws Missing. */
export async function findHousehold(viewer: Viewer, communityId: number, householdId: string): Promise<HouseholdPage> {
  const now = await databaseTime();
  return database()
    .transaction()
    .execute(async (trx) => {
      const home = await findStanding(trx, viewer, communityId, householdId, now);
      if (!home) throw new Missing();
      const look = { communityId, subjectId: householdId, fields: ['visit_list'], purpose: 'visit', own: false };
      await readSealedTexts({ trx, now }, viewer, look, []);
      return {
        ...home,
        due: dueOf(home, now),
        whyNotGo: whyNotGo(home, now),
        visits: await findPast(trx, communityId, householdId),
        notes: await findNotes(trx, viewer, communityId, [householdId]),
        visitors: await findVisitors(trx, communityId, now, householdId),
      };
    });
}

async function findPast(db: Database, communityId: number, householdId: string): Promise<PastVisit[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('people', 'people.id', 'visits.officer_id')
    .select(['visits.id', 'at', 'stage', 'result', 'people.name as officer', 'visits.erased_at'])
    .$narrowType<{ stage: VisitStage; result: Result | null }>()
    .where('community_id', '=', communityId)
    .where('household_id', '=', householdId)
    .orderBy('at', 'desc')
    .limit(30)
    .execute();
  return rows.map(({ erased_at, officer, ...row }) => ({ ...row, officer: officer ?? '', erased: erased_at !== null }));
}

/** The sealed notes of some households, unopened. */
export async function findNotes(db: Database, viewer: Viewer, communityId: number, householdIds: string[]): Promise<NoteFacts[]> {
  if (householdIds.length === 0) return [];
  const rows = await db
    .selectFrom('visit_notes as note')
    .innerJoin('visit_note_readers as reader', (join) =>
      join.onRef('reader.community_id', '=', 'note.community_id').onRef('reader.note_id', '=', 'note.id'),
    )
    .innerJoin('people', 'people.id', 'reader.person_id')
    .select(['note.id', 'note.consented_at', 'note.kept_from', 'note.ended_at', 'people.name', 'reader.person_id'])
    .where('note.community_id', '=', communityId)
    .where('note.household_id', 'in', householdIds)
    .orderBy('note.consented_at', 'desc')
    .orderBy('people.name')
    .execute();
  const notes = new Map<string, NoteFacts>();
  for (const row of rows) {
    const { id, consented_at: consentedAt, kept_from: keptFrom } = row;
    const note = notes.get(id) ?? { id, consentedAt, keptFrom, ended: row.ended_at !== null, readers: [], mayRead: false };
    notes.set(id, note);
    note.readers.push(row.name ?? '');
    note.mayRead ||= row.person_id === viewer.personId;
  }
  return [...notes.values()];
}
