import { endOfShanghaiDay, shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findStandings, type HouseholdStanding } from './find-standing.ts';
import { worksOnVisits } from './visit-access.ts';
import { dueOf, weeksToShare, type Due, type DueReason } from './visit-rhythm.ts';

export type PlannedHousehold = HouseholdStanding & { reason: DueReason; late: boolean };
/** `week`: whom to visit now. `due`: how many wait in all. `households`: how many the viewer visits at all. */
export type VisitPlan = { week: PlannedHousehold[]; due: number; households: number };

const daysAhead = 6;
/** A plan nobody followed falls back into the pile after so many days. */
const daysBehind = 7;

/**
 * Whom to visit this week, within the viewer's reach: what is planned, what was called for, those who asked for every
 * month, and as many ordinary households as it takes to come round in half a year, the longest waiting first. Throws
 * Forbidden for whoever doesn't visit.
 */
export async function findVisitPlan(viewer: Viewer, communityId: number, at?: Date): Promise<VisitPlan> {
  if (!worksOnVisits(viewer, communityId)) throw new Forbidden();
  const now = at ?? (await databaseTime());
  return planFrom(await findStandings(database(), viewer, communityId, now), now);
}

/** The same from what was read already. */
export function planFrom(homes: readonly HouseholdStanding[], now: Date): VisitPlan {
  const until = endOfShanghaiDay(shiftDay(shanghaiDay(now), daysAhead));
  const fresh = endOfShanghaiDay(shiftDay(shanghaiDay(now), -daysBehind));
  const rows = homes.map((home) => ({ home, due: dueOf(home, now) }));
  const planned = rows.filter(({ home: { planned: plan } }) => plan && plan.at <= until && plan.at > fresh);
  const waiting = rows.filter(({ home, due }) => due && !(home.planned && home.planned.at > fresh));
  const ordinary = waiting.filter(({ due }) => due?.reason === 'rhythm').toSorted(longestFirst);
  const portion = Math.ceil(homes.filter(({ rhythm }) => rhythm === 'ordinary').length / weeksToShare);
  const pressing = waiting.filter(({ due }) => due?.reason !== 'rhythm').toSorted(longestFirst);
  const busy = planned.filter(({ home }) => home.rhythm === 'ordinary').length;
  const week = [...pressing, ...planned, ...ordinary.slice(0, Math.max(0, portion - busy))];
  return { week: week.map(shown), due: waiting.length, households: homes.length };
}

type Row = { home: HouseholdStanding; due: Due | null };

function shown({ home, due }: Row): PlannedHousehold {
  const reason = due?.reason ?? home.call?.reason ?? (home.rhythm === 'monthly' ? 'monthly' : 'rhythm');
  return { ...home, reason, late: reason === 'emergency' };
}

function longestFirst(a: Row, b: Row): number {
  return (
    Number(b.due?.reason === 'emergency') - Number(a.due?.reason === 'emergency') ||
    (a.due?.since.getTime() ?? 0) - (b.due?.since.getTime() ?? 0) ||
    a.home.address.localeCompare(b.home.address, 'zh-CN', { numeric: true })
  );
}
