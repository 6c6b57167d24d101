import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import { leastShown } from './hide-small-cells.ts';

/** `rating`: of 1–5, null below ten ratings; `sum` and `count` stay whole so that nothing is rounded before it is shown. */
export type Satisfaction = { closed: number; confirmed: number; rating: { sum: number; count: number } | null };

/**
 * What residents said of closings since `from` that still stand: one reopened since doesn't count (V8), praise never
 * does (V11). Those whose voice was merged rate for themselves.
 */
export async function findSatisfaction(viewer: Viewer, communityId: number, from: Date): Promise<Satisfaction> {
  const [closings, merged] = await Promise.all([closingsOf(viewer, communityId, from), mergedOf(viewer, communityId, from)]);
  const count = closings.ratings + merged.ratings;
  const sum = closings.sum + merged.sum;
  return { closed: closings.closed, confirmed: closings.confirmed, rating: count < leastShown ? null : { sum, count } };
}

function closingsOf(viewer: Viewer, communityId: number, from: Date) {
  return database().selectFrom('voices')
    .innerJoin('voice_closings as closing', (join) => join
      .onRef('closing.community_id', '=', 'voices.community_id').onRef('closing.voice_id', '=', 'voices.id')
      .onRef('closing.round', '=', 'voices.round'))
    .select([
      sql<number>`count(*)`.as('closed'),
      sql<number>`count(*) filter (where closing.kind = 'confirmed')`.as('confirmed'),
      sql<number>`count(closing.rating)`.as('ratings'),
      sql<number>`coalesce(sum(closing.rating), 0)`.as('sum'),
    ])
    .where(visibleTo(viewer, communityId))
    .where('voices.stage', 'in', ['closed_confirmed', 'closed_documented'])
    .where('voices.kind', '<>', 'praise')
    .where('closing.community_id', '=', communityId)
    .where('closing.closed_at', '>=', from)
    .executeTakeFirstOrThrow();
}

function mergedOf(viewer: Viewer, communityId: number, from: Date) {
  return database().selectFrom('voices')
    .innerJoin('voice_merge_confirmations as said', (join) => join
      .onRef('said.community_id', '=', 'voices.community_id').onRef('said.voice_id', '=', 'voices.id'))
    .innerJoin('voice_merges as merge', (join) => join
      .onRef('merge.community_id', '=', 'said.community_id').onRef('merge.id', '=', 'said.merge_id'))
    .select([sql<number>`count(*)`.as('ratings'), sql<number>`coalesce(sum(said.rating), 0)`.as('sum')])
    .where(visibleTo(viewer, communityId))
    .where('voices.kind', '<>', 'praise')
    .where('merge.split_at', 'is', null)
    .where('said.community_id', '=', communityId)
    .where('said.confirmed_at', '>=', from)
    .executeTakeFirstOrThrow();
}
