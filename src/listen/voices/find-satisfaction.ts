import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from './voice-access.ts';

/** Below this many ratings a figure would tell about single people (method.md 0.6). */
export const fewestRatings = 10;

/** `sum` and `count` instead of an average: whoever shows it divides and rounds. `byRating`: how many gave 1, 2, 3, 4, 5. */
export type Satisfaction = { shown: true; count: number; sum: number; byRating: number[] } | { shown: false };

/**
 * How residents judged what was done. Praise doesn't count (V11), nor does a closing that was opened again (V8);
 * somebody whose voice was merged counts with their own word. Hidden under 10 ratings.
 */
export async function findSatisfaction(viewer: Viewer, communityId: number, span: { from?: Date; to?: Date } = {}): Promise<Satisfaction> {
  const reach = database()
    .selectFrom('voices')
    .select(['voices.id', 'voices.round', 'voices.stage'])
    .where(visibleTo(viewer, communityId))
    .where('voices.kind', '<>', 'praise');
  const inSpan = (
    at: 'closed_at' | 'confirmed_at',
  ) => sql<boolean>`(${span.from ?? null}::timestamptz is null or ${sql.ref(at)} >= ${span.from ?? null})
    and (${span.to ?? null}::timestamptz is null or ${sql.ref(at)} < ${span.to ?? null})`;
  const rows = await database()
    .with('reach', () => reach)
    .selectFrom((db) =>
      db
        .selectFrom('voice_closings')
        .innerJoin('reach', (join) =>
          join.onRef('reach.id', '=', 'voice_closings.voice_id').onRef('reach.round', '=', 'voice_closings.round'),
        )
        .select('rating')
        .where('community_id', '=', communityId)
        .where('rating', 'is not', null)
        .where(inSpan('closed_at'))
        .unionAll(
          db
            .selectFrom('voice_merge_confirmations')
            .innerJoin('reach', 'reach.id', 'voice_merge_confirmations.voice_id')
            .select('rating')
            .where('community_id', '=', communityId)
            .where('reach.stage', '=', 'merged')
            .where(inSpan('confirmed_at')),
        )
        .as('ratings'),
    )
    .select((eb) => ['rating', eb.fn.countAll<number>().as('count')])
    .groupBy('rating')
    .execute();
  const byRating = [1, 2, 3, 4, 5].map((stars) => rows.find((row) => row.rating === stars)?.count ?? 0);
  const count = byRating.reduce((sum, given) => sum + given, 0);
  if (count < fewestRatings) return { shown: false };
  return { shown: true, count, sum: byRating.reduce((sum, given, at) => sum + given * (at + 1), 0), byRating };
}
