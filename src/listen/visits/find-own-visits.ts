import { sql } from 'kysely';
import { database, databaseTime } from '#foundation/server/database.ts';
import { numberOf } from '#foundation/text/yearly-number.ts';
import type { Viewer } from '#community/people/index.ts';
import { findNotes, type NoteFacts } from './find-household.ts';
import { readVisitWords, type VisitWords } from './read-visit-words.ts';
import { homesOf } from './visit-access.ts';
import type { ContactWay, Presence, Result, Rhythm, VisitPurpose } from './visit.ts';

export type OwnVisit = VisitWords & {
  id: string;
  at: Date;
  result: Result;
  purpose: VisitPurpose | null;
  present: Presence[];
  contact: ContactWay | null;
  by: string[];
  erased: boolean;
  /** What was asked, as numbers: the words open with number and code, for whoever said them. */
  numbers: string[];
};
export type VisitLook = { at: Date; by: string | null; role: string; what: string };
export type OwnHousehold = { householdId: string; address: string; rhythm: Rhythm; twoPeople: boolean };
export type OwnVisits = { homes: OwnHousehold[]; visits: OwnVisit[]; notes: NoteFacts[]; looks: VisitLook[] };

/**
 * What is kept of visits to the home of whoever asks, since they live there: the records (H1), the sealed notes unopened,
 * who looked (H7), and what they wished. Empty for anybody without a home here.
 */
export async function findOwnVisits(viewer: Viewer, communityId: number): Promise<OwnVisits> {
  const now = await databaseTime();
  return database()
    .transaction()
    .execute(async (trx) => {
      const homes = await homesOf(trx, viewer, communityId);
      if (homes.length === 0) return { homes: [], visits: [], notes: [], looks: [] };
      const ids = homes.map(({ householdId }) => householdId);
      const since = new Date(Math.min(...homes.map((home) => home.since.getTime())));
      const rows = await trx
        .selectFrom('visits')
        .innerJoin('people as officer', 'officer.id', 'visits.officer_id')
        .leftJoin('people as companion', 'companion.id', 'visits.companion_id')
        .selectAll('visits')
        .select([
          'officer.name as officer',
          'companion.name as companion',
          sql<[number, number][]>`array(select array[voices.year, voices.serial] from visit_voices
            join voices on voices.community_id = visit_voices.community_id and voices.id = visit_voices.voice_id
            where visit_voices.community_id = visits.community_id and visit_voices.visit_id = visits.id order by voices.serial)`.as(
            'raised',
          ),
        ])
        .$narrowType<{ result: Result; purpose: VisitPurpose | null; present: Presence[]; contact: ContactWay | null }>()
        .where('visits.community_id', '=', communityId)
        .where('household_id', 'in', ids)
        .where('at', '>=', since)
        .where('result', 'is not', null)
        .orderBy('at', 'desc')
        .limit(60)
        .execute();
      const visits: OwnVisit[] = [];
      for (const row of rows) {
        visits.push({
          ...(await readVisitWords({ trx, now }, viewer, { communityId, ...row }, true)),
          id: row.id,
          at: row.at,
          result: row.result,
          purpose: row.purpose,
          present: row.present,
          contact: row.contact,
          by: [row.officer, row.companion].flatMap((name) => name ?? []),
          erased: row.erased_at !== null,
          numbers: row.raised.flatMap(([year, serial]) => numberOf(year, serial) ?? []),
        });
      }
      const { rows: found } = await sql<OwnHousehold>`
        select home.id as "householdId", home.full_name as address, coalesce(wish.rhythm, 'ordinary') as rhythm,
          coalesce(wish.two_people, false) as "twoPeople"
        from places home left join visit_wishes wish on wish.community_id = home.community_id and wish.household_id = home.id
          and wish.ended_at is null
        where home.community_id = ${communityId} and home.id = any(${ids}::uuid[]) order by home.full_name`.execute(trx);
      const notes = (await findNotes(trx, viewer, communityId, ids)).filter(({ consentedAt }) => consentedAt >= since);
      const subjects = [...ids, ...rows.map(({ id }) => id), ...notes.map(({ id }) => id)];
      const { rows: looks } = await sql<VisitLook>`
        select looks.at, people.name as by, looks.reader_role as role, looks.fields[1] as what
        from access_records looks left join people on people.id = looks.reader_id
        where looks.community_id = ${communityId} and looks.subject_id = any(${subjects}::uuid[]) and looks.at >= ${since}
        order by looks.at desc limit 100`.execute(trx);
      return { homes: found, visits, notes, looks };
    });
}
