import { sql } from 'kysely';
import { shanghaiDay, shiftDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { formatNumber, openStages } from './voice.ts';

// What a community's day came to, said in public: how many were heard, and from which number to which. Numbers have no
// gaps, so whoever adds up the days sees a voice that is missing, also when it is not their own.

/** So many days of a community at most in one go; the rest follows in the next hour. */
const mostDays = 62;

type Due = { communityId: number; day: string };

/**
 * Scheduled work: writes and logs every day that has ended and is not summed up yet, oldest first, from a community's
 * first voice on; but none before `since`, by itself the day the ledger was begun: of what came before, it claims
 * nothing. Running it twice changes nothing. Returns how many days were summed up.
 */
export async function summariseDays(how: How = {}, since?: string): Promise<number> {
  const now = how.now ?? (await databaseTime());
  // Five minutes for what was begun before midnight and is still being written.
  const yesterday = shiftDay(shanghaiDay(new Date(now.getTime() - 5 * 60_000)), -1);
  let done = 0;
  for (const { communityId, day } of await findDue(yesterday, since)) {
    await perform({ actor: 'system', verb: 'voice.summarise-day', input: [communityId, day] }, { ...how, now }, (act) =>
      summariseDay(act, communityId, day),
    );
    done += 1;
  }
  return done;
}

/** Each community's first day without a summary, and the days after it, up to `last`. */
async function findDue(last: string, since: string | undefined): Promise<Due[]> {
  const { rows } = await sql<{ community_id: number; first: string }>`select c.id as community_id, coalesce(
      (select max(d.day) + 1 from voice_days d where d.community_id = c.id),
      (select greatest((min(v.received_at) at time zone 'Asia/Shanghai')::date,
          coalesce(${since ?? null}::date, (select (min(l.opened_at) at time zone 'Asia/Shanghai')::date from ledger_logs l)))
        from voices v where v.community_id = c.id having ${since ?? null}::date is not null or exists (select from ledger_logs))) as first
    from communities c order by c.id`.execute(database());
  const due: Due[] = [];
  for (const { community_id, first } of rows) {
    if (first === null) continue;
    for (let day = first, count = 0; day <= last && count < mostDays; day = shiftDay(day, 1), count++)
      due.push({ communityId: community_id, day });
  }
  return due;
}

async function summariseDay(act: Act, communityId: number, day: string): Promise<null> {
  const { open, overdue, closed } = await countDay(act, communityId, day);
  const { received, first, last } = await findNumbers(act, communityId, day);
  const written = await act.trx
    .insertInto('voice_days')
    .values({
      community_id: communityId,
      day,
      received,
      open,
      overdue,
      closed,
      first_number: first,
      last_number: last,
      summarised_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  // Another process was quicker.
  if (!written) return null;
  const plain = { day, received, open, overdue, closed, first, last };
  await appendToLedger(act, { type: 'daily.summary', communityId, plain, once: `daily.summary/${communityId}/${day}` });
  return null;
}

/** The numbers given out up to the end of the day that no earlier day has counted: without a gap, whoever was quicker. */
async function findNumbers(
  { trx }: Act,
  communityId: number,
  day: string,
): Promise<{ received: number; first: string | null; last: string | null }> {
  const year = Number(day.slice(0, 4));
  const highest = async (before: string) => {
    const { serial } = await trx
      .selectFrom('voices')
      .select(({ fn }) => fn.max('serial').as('serial'))
      .where('community_id', '=', communityId)
      .where('year', '=', year)
      .where((eb) => eb(eb.fn.coalesce('entered_at', 'received_at'), '<', startOfShanghaiDay(before)))
      .executeTakeFirstOrThrow();
    return serial ?? 0;
  };
  const [before, until] = [await highest(day), await highest(shiftDay(day, 1))];
  if (until === before) return { received: 0, first: null, last: null };
  return { received: until - before, first: formatNumber(year, before + 1), last: formatNumber(year, until) };
}

/** As it stood at the end of the day, also when that is long past: what has changed since is looked up in its events. */
async function countDay({ trx }: Act, communityId: number, day: string): Promise<{ open: number; overdue: number; closed: number }> {
  const end = startOfShanghaiDay(shiftDay(day, 1));
  const { rows } = await sql<{ open: number; overdue: number; closed: number }>`
    with standing as (
      select case when v.changed_at < ${end} then v.stage else coalesce(
          (select e.data->>'to' from events e where e.community_id = v.community_id and e.subject_id = v.id and e.at < ${end}
            and e.data ? 'to' order by e.at desc, e.id desc limit 1), 'received') end as stage,
        case when v.changed_at < ${end} then v.due_at else coalesce(
          (select d.due_at from voice_deadlines d where d.community_id = v.community_id and d.voice_id = v.id and d.set_at < ${end}
            order by d.set_at desc, d.id desc limit 1), v.original_due_at) end as due_at
      from voices v where v.community_id = ${communityId} and coalesce(v.entered_at, v.received_at) < ${end}
    )
    select count(*) filter (where stage = any(${openStages}))::int as open,
      count(*) filter (where stage = any(${openStages}) and stage <> 'answered' and due_at < ${end})::int as overdue,
      (select count(*)::int from voice_closings k where k.community_id = ${communityId}
        and k.closed_at >= ${startOfShanghaiDay(day)} and k.closed_at < ${end}) as closed
    from standing`.execute(trx);
  return rows[0] ?? { open: 0, overdue: 0, closed: 0 };
}
