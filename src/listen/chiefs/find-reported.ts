import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { formatNumber, visibleTo, type Stage } from '#listen/voices/index.ts';

/** A problem a chief brought in, as it stands. `words`: the beginning; `answer`: the newest. */
export type Reported = {
  number: string;
  words: string;
  place: string | null;
  stage: Stage;
  receivedAt: Date;
  dueAt: Date;
  answer: string | null;
};

/** What became of the problems somebody brought in as chief, newest first, at most 60; only what they may still see (V6). */
export async function findReported(viewer: Viewer, communityId: number): Promise<Reported[]> {
  const rows = await database()
    .selectFrom('voices')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select([
      'voices.year',
      'voices.serial',
      'voices.stage',
      sql<string>`left(voices.words, 120)`.as('words'),
      sql<string | null>`nullif(concat_ws(' · ', places.full_name, voices.place_words), '')`.as('place'),
      'voices.received_at as receivedAt',
      'voices.due_at as dueAt',
      sql<string | null>`(select a.words from voice_answers a where a.community_id = voices.community_id and a.voice_id = voices.id
        order by a.answered_at desc limit 1)`.as('answer'),
    ])
    .$narrowType<{ stage: Stage }>()
    .where(visibleTo(viewer, communityId))
    .where('voices.entered_by', '=', viewer.personId)
    .where('voices.channel', '=', 'building_chief')
    .orderBy('voices.received_at', 'desc')
    .orderBy('voices.serial', 'desc')
    .limit(60)
    .execute();
  return rows.map(({ year, serial, ...row }) => ({ ...row, number: formatNumber(year, serial) }));
}
