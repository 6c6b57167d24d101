import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { fewestRatings } from './find-satisfaction.ts';

/** The month that is running, for the notice board. Of the voices received in it: how many were answered by the first date, how many their speakers call solved. */
export type MonthFigures = { received: number; inTime: number; confirmed: number };

/** Null while fewer than 10 voices came in: so few would tell about single people (method.md 0.6). Praise isn't "solved" (V11). */
export async function findMonthFigures(communityId: number): Promise<MonthFigures | null> {
  const monthStart = sql<Date>`(date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')`;
  const inTime = sql<boolean>`exists (select from voice_answers a where a.community_id = voices.community_id
    and a.voice_id = voices.id and a.round = 1 and a.answered_at <= a.original_due_at)`;
  const confirmed = sql<boolean>`kind <> 'praise' and (stage = 'closed_confirmed' or (stage = 'merged' and exists (
    select from voice_merge_confirmations c where c.community_id = voices.community_id and c.voice_id = voices.id)))`;
  const figures = await database()
    .selectFrom('voices')
    .select((eb) => [
      eb.fn.countAll<number>().as('received'),
      eb.fn.countAll<number>().filterWhere(inTime).as('inTime'),
      eb.fn.countAll<number>().filterWhere(confirmed).as('confirmed'),
    ])
    .where('community_id', '=', communityId)
    .where('received_at', '>=', monthStart)
    .executeTakeFirstOrThrow();
  return figures.received < fewestRatings ? null : figures;
}
