import { sql, type ExpressionBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import { lightOf, type Calendar, type Light } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { formatNumber, openStages, visibleTo, type Stage } from '#listen/voices/index.ts';

/** A voice that waits for the street. `cause` is null where it is there only because the community's leadership is named. */
export type Escalation = {
  communityId: number;
  number: string;
  words: string;
  stage: Stage;
  sealed: boolean;
  cause: 'overdue' | 'too_hard' | 'reopened_again' | null;
  reason: string | null;
  targetDay: string | null;
  ownerName: string | null;
  dueAt: Date;
  light: Light;
};
export type EscalationInbox = { count: number; sealed: number; first: Escalation[] };

/** What stands at street level in these communities and this viewer may reach (V6); what is due first comes first. */
export async function findEscalationInbox(
  viewer: Viewer,
  communityIds: readonly number[],
  { now, calendar }: { now: Date; calendar: Calendar },
  limit = 30,
): Promise<EscalationInbox> {
  if (communityIds.length === 0) return { count: 0, sealed: 0, first: [] };
  const standing = (eb: ExpressionBuilder<DB, 'voices'>) =>
    eb.and([
      eb('voices.stage', 'in', openStages),
      eb.or([eb('voices.level', '=', 'street'), eb('voices.sealed', '=', 'street')]),
      eb.or(communityIds.map((id) => visibleTo(viewer, id)(eb))),
    ]);
  const [sums, rows] = await Promise.all([
    database()
      .selectFrom('voices')
      .where(standing)
      .select([sql<number>`count(*)`.as('count'), sql<number>`count(*) filter (where sealed = 'street')`.as('sealed')])
      .executeTakeFirstOrThrow(),
    database()
      .selectFrom('voices')
      .where(standing)
      .leftJoin('people as owner', 'owner.id', 'voices.owner_id')
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('voice_escalations as raised')
            .select(['raised.cause', 'raised.reason', 'raised.target_day'])
            .whereRef('raised.community_id', '=', 'voices.community_id')
            .whereRef('raised.voice_id', '=', 'voices.id')
            .orderBy('raised.escalated_at', 'desc')
            .limit(1)
            .as('raised'),
        (join) => join.onTrue(),
      )
      .select([
        'voices.community_id',
        'voices.year',
        'voices.serial',
        'voices.stage',
        'voices.sealed',
        'voices.due_at',
        'owner.name as owner_name',
        'raised.cause',
        'raised.reason',
        'raised.target_day',
        sql<string>`left(voices.words, 80)`.as('beginning'),
      ])
      .$narrowType<{ stage: Stage; cause: Escalation['cause'] }>()
      .orderBy('voices.due_at')
      .orderBy('voices.id')
      .limit(limit)
      .execute(),
  ]);
  return {
    ...sums,
    first: rows.map((row) => ({
      communityId: row.community_id,
      number: formatNumber(row.year, row.serial),
      words: row.beginning,
      stage: row.stage,
      sealed: row.sealed === 'street',
      cause: row.cause,
      reason: row.reason,
      targetDay: row.target_day,
      ownerName: row.owner_name,
      dueAt: row.due_at,
      light: row.stage === 'answered' ? 'none' : lightOf(calendar, row.due_at, now),
    })),
  };
}
