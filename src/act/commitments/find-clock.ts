import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { unwalled } from './commitment-access.ts';

/** A calendar year or a quarter of it, by the day for which something was first promised. */
export type Period = { year: number; quarter: number | null };

/**
 * How the promises of a period stand. `waiting`: of the running ones, those said to be done that residents haven't judged
 * yet. `due`: those judged, or whose first day is past; `onTime`: kept, and said to be done by the day first promised.
 */
export type ClockFigures = {
  kept: number;
  partlyKept: number;
  notKept: number;
  running: number;
  overdue: number;
  waiting: number;
  due: number;
  onTime: number;
};
export type BodyClock = ClockFigures & { organizationId: string | null; name: string | null; nameEn: string | null };
export type PromiseClock = { all: ClockFigures; bodies: BodyClock[] };

const nothing: ClockFigures = { kept: 0, partlyKept: 0, notKept: 0, running: 0, overdue: 0, waiting: 0, due: 0, onTime: 0 };

/** Everything promised in public for the period, together and body by body; overdue is derived from today. */
export async function findClock(communityId: number, period: Period, now?: Date): Promise<PromiseClock> {
  const today = shanghaiDay(now ?? (await databaseTime()));
  const bodies = await countBodies(database(), communityId, period, today);
  return { all: bodies.reduce(plus, nothing), bodies };
}

/** Kept of all that were judged, in per cent; partly kept counts as not kept (C4). Null before anything was judged. */
export function keptShare({ kept, partlyKept, notKept }: ClockFigures): number | null {
  return share(kept, kept + partlyKept + notKept);
}

/** Kept by the day first promised, of all that were due. */
export function onTimeShare({ onTime, due }: ClockFigures): number | null {
  return share(onTime, due);
}

function share(part: number, of: number): number | null {
  return of === 0 ? null : Math.floor((part * 100) / of);
}

/** First and last day of a period, YYYY-MM-DD. */
export function daysOf({ year, quarter }: Period): { from: string; until: string } {
  if (quarter === null) return { from: `${year}-01-01`, until: `${year}-12-31` };
  const last = [31, 30, 30, 31][quarter - 1] ?? 31;
  const two = (month: number) => String(month).padStart(2, '0');
  return { from: `${year}-${two(quarter * 3 - 2)}-01`, until: `${year}-${two(quarter * 3)}-${last}` };
}

async function countBodies(db: Kysely<DB>, communityId: number, period: Period, today: string): Promise<BodyClock[]> {
  const { from, until } = daysOf(period);
  const { rows } = await sql<BodyClock>`
    select c.*, o.name, o.name_en as "nameEn" from (
      select organization_id as "organizationId",
        count(*) filter (where stage = 'kept') as kept,
        count(*) filter (where stage = 'partly_kept') as "partlyKept",
        count(*) filter (where stage = 'not_kept') as "notKept",
        count(*) filter (where stage = 'claimed_done' or (stage in ('published', 'in_progress') and due_on >= ${today})) as running,
        count(*) filter (where stage in ('published', 'in_progress') and due_on < ${today}) as overdue,
        count(*) filter (where stage = 'claimed_done') as waiting,
        count(*) filter (where stage in ('kept', 'partly_kept', 'not_kept') or first_due_on < ${today}) as due,
        count(*) filter (where stage = 'kept' and (claimed_at at time zone 'Asia/Shanghai')::date <= first_due_on) as "onTime"
      from commitments
      where community_id = ${communityId} and published_at is not null and first_due_on between ${from} and ${until}
        and ${unwalled(communityId)}
      group by organization_id
    ) c left join organizations o on o.community_id = ${communityId} and o.id = c."organizationId"
    order by o.kind nulls last, o.name, o.id`.execute(db);
  return rows;
}

function plus(sum: ClockFigures, one: ClockFigures): ClockFigures {
  return {
    kept: sum.kept + one.kept,
    partlyKept: sum.partlyKept + one.partlyKept,
    notKept: sum.notKept + one.notKept,
    running: sum.running + one.running,
    overdue: sum.overdue + one.overdue,
    waiting: sum.waiting + one.waiting,
    due: sum.due + one.due,
    onTime: sum.onTime + one.onTime,
  };
}
