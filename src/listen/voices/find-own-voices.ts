import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { formatNumber, type Stage } from './voice.ts';

/** One of somebody's own voices. `words`: the beginning of what they said. */
export type OwnVoice = { number: string; stage: Stage; words: string; receivedAt: Date; dueAt: Date };

/** What a signed-in resident has said here, newest first, at most 100. Throws Forbidden `sign-in.needed`. */
export async function findOwnVoices(viewer: Viewer, communityId: number): Promise<OwnVoice[]> {
  if (!viewer.personId) throw new Forbidden('sign-in.needed');
  const rows = await database()
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select(['year', 'serial', 'stage', sql<string>`left(words, 120)`.as('words'), 'received_at as receivedAt', 'due_at as dueAt'])
    .$narrowType<{ stage: Stage }>()
    .where('voices.community_id', '=', communityId)
    .where('reporters.person_id', '=', viewer.personId)
    .orderBy('received_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ year, serial, ...row }) => ({ number: formatNumber(year, serial), ...row }));
}
