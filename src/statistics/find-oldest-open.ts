import { sql } from 'kysely';
import { lightOf, type Calendar, type Light } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { formatNumber, openStages, visibleTo, type Stage } from '#listen/voices/index.ts';

/** `days`: whole days since it was received. `ownerName`: who answers for it, before anybody accepted the first receiver. */
export type OldVoice = {
  number: string;
  words: string;
  stage: Stage;
  ownerName: string;
  receivedAt: Date;
  dueAt: Date;
  days: number;
  light: Light;
};

/** The open voices that have waited longest, whoever they belong to. */
export async function findOldestOpen(
  viewer: Viewer,
  communityId: number,
  { now, calendar }: { now: Date; calendar: Calendar },
  limit = 8,
): Promise<OldVoice[]> {
  const rows = await database()
    .selectFrom('voices')
    .innerJoin('people', (join) => join.on(sql`coalesce(voices.owner_id, voices.first_receiver_id)`, '=', sql.ref('people.id')))
    .select([
      'voices.year',
      'voices.serial',
      'voices.stage',
      'voices.received_at',
      'voices.due_at',
      'people.name',
      sql<string>`left(voices.words, 80)`.as('beginning'),
    ])
    .$narrowType<{ stage: Stage; name: string }>()
    .where(visibleTo(viewer, communityId))
    .where('voices.stage', 'in', openStages)
    .orderBy('voices.received_at')
    .orderBy('voices.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: formatNumber(row.year, row.serial),
    words: row.beginning,
    stage: row.stage,
    ownerName: row.name,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    days: Math.floor((now.getTime() - row.received_at.getTime()) / 86_400_000),
    light: row.stage === 'answered' ? 'none' : lightOf(calendar, row.due_at, now),
  }));
}
