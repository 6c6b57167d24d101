import { endOfShanghaiDay, shanghaiDay, shiftDay, type Calendar } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime, type Database } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { theClock } from '#community/people/index.ts';
import { reachVoice } from './load-voice.ts';
import { momentOf } from './moment-of.ts';
import { moveVoice } from './move-voice.ts';
import { raiseToStreet } from './raise-to-street.ts';
import { tell } from './tell.ts';
import { startsFrom } from './voice.ts';
import { deadlines } from './voice-clock.ts';
import { whyNotEscalateOverdue } from './why-not-handle.ts';

/**
 * Scheduled work: what has been red for three working days at a community goes to the street. Running it twice changes
 * nothing; communities are done one transaction after another, or all `within` a running one. Returns how many voices went up.
 */
export async function escalateOverdue(now?: Date, within?: Act): Promise<number> {
  const at = now ?? (await databaseTime());
  const late = Map.groupBy(await findLate(within?.trx ?? database(), at), (row) => row.community_id);
  let raised = 0;
  for (const [communityId, rows] of late) {
    const ids = rows.map((row) => row.id);
    for (let from = 0; from < ids.length; from += batch)
      raised += await escalateThese(communityId, ids.slice(from, from + batch), { now: at, within });
  }
  return raised;
}

const batch = 50;

async function findLate(db: Database, now: Date): Promise<{ community_id: number; id: string }[]> {
  return db
    .selectFrom('voices')
    .select(['community_id', 'id'])
    .where('stage', 'in', startsFrom.escalate)
    .where('level', '=', 'community')
    .where('due_at', '<=', redSince(await currentCalendar(db), now))
    .orderBy('community_id')
    .orderBy('id')
    .execute();
}

async function escalateThese(communityId: number, ids: string[], how: How): Promise<number> {
  return perform({ actor: 'system', verb: 'voice.escalate-overdue', input: ids }, how, async (act) => {
    const moment = await momentOf(act);
    let raised = 0;
    for (const id of ids) {
      const voice = await reachVoice(act.trx, theClock, { communityId, id });
      if (whyNotEscalateOverdue(voice, moment)) continue;
      const street = await raiseToStreet(act, theClock, voice, { cause: 'overdue' });
      if (!street) continue;
      await moveVoice(act, theClock, voice, { event: 'escalated', to: 'escalated', ...street });
      await tell(act, voice, 'escalated');
      raised += 1;
    }
    return raised;
  });
}

/** The last moment a due date may have had to be red for enough working days now. */
function redSince(calendar: Calendar, now: Date): Date {
  let day = shanghaiDay(now);
  for (let red = 0; red < deadlines.redBeforeEscalation; day = shiftDay(day, -1)) {
    if (calendar.isWorkingDay(day)) red += 1;
  }
  return endOfShanghaiDay(day);
}
