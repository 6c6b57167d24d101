import { sql, type RawBuilder } from 'kysely';
import { isId } from '#foundation/ids.ts';
import type { Database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { inReach } from './visit-access.ts';
import { restDays, type Standing, type Try } from './visit-rhythm.ts';
import type { Rhythm } from './visit.ts';

/** A household as the plan sees it: where, what it wishes, when somebody was there, who is to go. No name, no telephone. */
export type HouseholdStanding = Standing & {
  householdId: string;
  address: string;
  buildingId: string | null;
  twoPeople: boolean;
  planned: { id: string; at: Date; officerId: string; officer: string; companionId: string | null; companion: string | null } | null;
};

/** All living households within the viewer's reach. */
export async function findStandings(db: Database, viewer: Viewer, communityId: number, now: Date): Promise<HouseholdStanding[]> {
  return read(db, viewer, communityId, now, sql<boolean>`true`);
}

/** One of them; null when it is out of reach, or has ended. */
export async function findStanding(
  db: Database,
  viewer: Viewer,
  communityId: number,
  householdId: string,
  now: Date,
): Promise<HouseholdStanding | null> {
  if (!isId(householdId)) return null;
  return (await read(db, viewer, communityId, now, sql<boolean>`home.id = ${householdId}`))[0] ?? null;
}

async function read(db: Database, viewer: Viewer, communityId: number, now: Date, only: RawBuilder<boolean>): Promise<HouseholdStanding[]> {
  const { rows } = await sql<Row>`
    select home.id as "householdId", home.full_name as address, home.building_id as "buildingId",
      wish.rhythm, coalesce(wish.two_people, false) as "twoPeople", wish.wished_at as "wishedAt",
      (select max(at) from visits past where past.community_id = home.community_id and past.household_id = home.id
        and past.result = 'done' and past.at <= ${now}) as "lastDone",
      array(select past.at from visits past where past.community_id = home.community_id and past.household_id = home.id
        and past.result is not null and past.at > ${now}::timestamptz - make_interval(days => ${restDays}) order by past.at) as "triedAt",
      array(select past.result from visits past where past.community_id = home.community_id and past.household_id = home.id
        and past.result is not null and past.at > ${now}::timestamptz - make_interval(days => ${restDays}) order by past.at) as tried,
      call.reason, call.called_at as "calledAt",
      next.id as "visitId", next.at as "plannedAt", next.officer_id as "officerId", officer.name as officer,
      next.companion_id as "companionId", companion.name as companion
    from places home
    left join visit_wishes wish on wish.community_id = home.community_id and wish.household_id = home.id and wish.ended_at is null
    left join lateral (
      select reason, called_at from visit_calls where visit_calls.community_id = home.community_id
        and visit_calls.household_id = home.id and called_at <= ${now} order by called_at desc limit 1) call
      on not exists (select from visits since where since.community_id = home.community_id and since.household_id = home.id
        and since.result is not null and since.at >= call.called_at)
    left join visits next on next.community_id = home.community_id and next.household_id = home.id and next.result is null
    left join people officer on officer.id = next.officer_id
    left join people companion on companion.id = next.companion_id
    where home.community_id = ${communityId} and home.level = 'household' and home.ended_at is null
      and ${only} and ${inReach(viewer, communityId, 'home.id')}
    order by home.full_name`.execute(db);
  return rows.map(standingOf);
}

function standingOf(row: Row): HouseholdStanding {
  const tries = row.tried.flatMap((result, at): Try[] => {
    const when = row.triedAt[at];
    return when ? [{ at: when, result }] : [];
  });
  return {
    householdId: row.householdId,
    address: row.address,
    buildingId: row.buildingId,
    rhythm: row.rhythm ?? 'ordinary',
    twoPeople: row.twoPeople,
    wishedAt: row.wishedAt,
    lastDone: row.lastDone,
    tries,
    call: row.reason && row.calledAt ? { reason: row.reason, at: row.calledAt } : null,
    planned:
      row.visitId && row.plannedAt && row.officerId
        ? {
            id: row.visitId,
            at: row.plannedAt,
            officerId: row.officerId,
            officer: row.officer ?? '',
            companionId: row.companionId,
            companion: row.companion,
          }
        : null,
  };
}

type Row = {
  householdId: string;
  address: string;
  buildingId: string | null;
  rhythm: Rhythm | null;
  twoPeople: boolean;
  wishedAt: Date | null;
  lastDone: Date | null;
  triedAt: Date[];
  tried: Try['result'][];
  reason: 'emergency' | 'asked' | null;
  calledAt: Date | null;
  visitId: string | null;
  plannedAt: Date | null;
  officerId: string | null;
  officer: string | null;
  companionId: string | null;
  companion: string | null;
};
