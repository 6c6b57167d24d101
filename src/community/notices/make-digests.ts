import { sql } from 'kysely';
import { shanghaiDay, shiftDay, weekdayOf } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type Act } from '#foundation/server/perform.ts';
import { currentPreferences, type Preferences } from './current-preferences.ts';
import { isQuiet } from './quiet-hours.ts';

/**
 * The clock's work, every hour: a digest for everybody whose day has come, of all that waits for them and nobody has told
 * them yet; whoever has nothing waiting gets nothing. One a person and period, however often it runs. There is no window:
 * what a machine that slept left lying goes into the next one. Returns how many were made.
 */
export async function makeDigests(now?: Date): Promise<{ made: number }> {
  const at = now ?? (await databaseTime());
  let made = 0;
  for (const { communityId, personIds } of await findWaiting(at)) {
    const wishes = await currentPreferences(database(), communityId, personIds);
    for (const [personId, wish] of wishes) {
      const period = periodOf(wish, at);
      if (period === null || wish.way === 'page' || isQuiet(wish, at)) continue;
      const done = await perform({ actor: 'clock', verb: 'notice.digest', input: null }, { now: at }, async (act) =>
        makeDigest(act, communityId, personId, wish, period),
      );
      if (done) made += 1;
    }
  }
  return { made };
}

/** The day, or the week by its Monday's ISO number; a weekly digest is due from Monday on, so that a missed Monday is made up for. */
export function periodOf({ digest }: Pick<Preferences, 'digest'>, at: Date): string | null {
  const today = shanghaiDay(at);
  if (digest === 'daily') return today;
  if (digest === 'never') return null;
  const monday = shiftDay(today, -((weekdayOf(today) + 6) % 7));
  const thursday = shiftDay(monday, 3);
  const first = `${thursday.slice(0, 4)}-01-01`;
  const week = 1 + Math.floor((Date.parse(thursday) - Date.parse(first)) / (7 * 86_400_000));
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** Who has something waiting, by community: residents who agreed to messages (E6), and whoever serves. */
async function findWaiting(at: Date): Promise<{ communityId: number; personIds: string[] }[]> {
  const { rows } = await sql<{ communityId: number; personIds: string[] }>`
    select notices.community_id as "communityId", array_agg(distinct notices.person_id) as "personIds"
    from notices
    join people on people.id = notices.person_id and people.ended_at is null
    where ${waits(at)}
      and (exists (select from consents where consents.community_id = notices.community_id and consents.person_id = notices.person_id
          and consents.purpose = 'notices' and consents.withdrawn_at is null)
        or exists (select from roles where roles.person_id = notices.person_id and roles.role <> 'resident' and roles.ended_at is null))
    group by notices.community_id order by 1`.execute(database());
  return rows;
}

/** Not sent at once, not read, in no digest so far; what is older than 60 days is no news any more. */
function waits(at: Date) {
  return sql<boolean>`not notices.instant and notices.at between ${new Date(at.getTime() - 60 * 86_400_000)} and ${at}
    and not exists (select from notice_readings r where r.community_id = notices.community_id and r.notice_id = notices.id)
    and not exists (select from notice_digest_items i where i.community_id = notices.community_id and i.notice_id = notices.id)`;
}

/** What can still be changed comes first, by deadline; then the rest, newest first. */
async function makeDigest(act: Act, communityId: number, personId: string, wish: Preferences, period: string): Promise<boolean> {
  const { trx, now } = act;
  const items = await trx
    .selectFrom('notices')
    .select('id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where(waits(now))
    .where(sql<boolean>`not topic = any(${wish.muted}::text[])`)
    .orderBy(sql`case when deadline_at > ${now} then deadline_at end asc nulls last`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  if (items.length === 0) return false;
  const id = newId(now);
  const digest = await trx
    .insertInto('notice_digests')
    .values({ community_id: communityId, id, person_id: personId, period, made_at: now })
    .onConflict((conflict) => conflict.columns(['community_id', 'person_id', 'period']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!digest) return false;
  await trx
    .insertInto('notice_digest_items')
    .values(items.map((item, place) => ({ community_id: communityId, digest_id: id, notice_id: item.id, place })))
    .execute();
  await enqueue(act, 'send-digest', { communityId, digestId: id, deliveryId: newId(now) });
  return true;
}
