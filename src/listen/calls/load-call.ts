import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import type { MissedCall } from './missed-call.ts';
import { worksOnCalls } from './why-not-call.ts';

export type CallRef = { communityId: number; id: string };

/** For a command: locks the call and reads it in a second statement. Out of reach is Missing. */
export async function reachCall(trx: Kysely<DB>, viewer: Viewer, ref: CallRef): Promise<MissedCall> {
  if (!isId(ref.id) || !worksOnCalls(viewer, ref.communityId)) throw new Missing();
  await queryCalls(trx, ref.communityId)
    .where('missed_calls.id', '=', ref.id)
    .clearSelect()
    .select('missed_calls.id')
    .forUpdate('missed_calls')
    .executeTakeFirst();
  const row = await queryCalls(trx, ref.communityId).where('missed_calls.id', '=', ref.id).executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** Every missed call of a community, as the rules need it. */
export function queryCalls(db: Kysely<DB>, communityId: number) {
  const inVain = sql`from call_tries t where t.community_id = missed_calls.community_id and t.call_id = missed_calls.id
    and t.outcome = 'not_reached'`;
  return db
    .selectFrom('missed_calls')
    .leftJoin('missed_call_words as heard', (join) =>
      join.onRef('heard.community_id', '=', 'missed_calls.community_id').onRef('heard.call_id', '=', 'missed_calls.id'),
    )
    .leftJoin('missed_call_ends as ending', (join) =>
      join.onRef('ending.community_id', '=', 'missed_calls.community_id').onRef('ending.call_id', '=', 'missed_calls.id'),
    )
    .select([
      'missed_calls.community_id as communityId',
      'missed_calls.id',
      'missed_calls.line',
      'missed_calls.called_at as calledAt',
      'missed_calls.due_at as dueAt',
      'missed_calls.caller_id as callerId',
      'heard.words',
      'ending.outcome',
      sql<number>`(select count(*)::int ${inVain})`.as('tries'),
      sql<number>`(select count(distinct (t.tried_at at time zone 'Asia/Shanghai')::date)::int ${inVain})`.as('tryDays'),
    ])
    .$narrowType<Pick<MissedCall, 'line' | 'outcome'>>()
    .where('missed_calls.community_id', '=', communityId);
}
