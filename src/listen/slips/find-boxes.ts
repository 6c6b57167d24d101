import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { opensBoxes } from './why-not-slip.ts';

/** A comment box. `lastOpenedAt`: null for one nobody has opened yet; `printed`: how many slips were printed for it. */
export type Box = { id: string; name: string; place: string | null; lastOpenedAt: Date | null; printed: number };

/** The boxes of a community, the one longest closed first. Throws Forbidden. */
export async function findBoxes(viewer: Viewer, communityId: number): Promise<Box[]> {
  if (!opensBoxes(viewer, communityId)) throw new Forbidden();
  const of = sql`community_id = comment_boxes.community_id and box_id = comment_boxes.id`;
  return database()
    .selectFrom('comment_boxes')
    .leftJoin('places', (join) =>
      join.onRef('places.community_id', '=', 'comment_boxes.community_id').onRef('places.id', '=', 'comment_boxes.place_id'),
    )
    .select([
      'comment_boxes.id',
      'comment_boxes.name',
      'places.full_name as place',
      sql<Date | null>`(select max(opened_at) from box_openings where ${of})`.as('lastOpenedAt'),
      sql<number>`(select coalesce(sum(last_serial - first_serial + 1), 0)::int from slip_prints where ${of})`.as('printed'),
    ])
    .where('comment_boxes.community_id', '=', communityId)
    .orderBy(sql`4 nulls first`)
    .orderBy('comment_boxes.name')
    .execute();
}
