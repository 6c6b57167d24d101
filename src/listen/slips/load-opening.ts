import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import type { BoxOpening } from './slip.ts';
import { opensBoxes } from './why-not-slip.ts';

export type OpeningRef = { communityId: number; id: string };

/** For a command: locks the opening, then reads it, so that two clerks never enter one slip too many. Out of reach is Missing. */
export async function reachOpening(trx: Kysely<DB>, viewer: Viewer, ref: OpeningRef): Promise<BoxOpening> {
  if (!isId(ref.id) || !opensBoxes(viewer, ref.communityId)) throw new Missing();
  const locked = queryOpenings(trx, ref.communityId).where('box_openings.id', '=', ref.id);
  await locked.clearSelect().select('box_openings.id').forUpdate('box_openings').executeTakeFirst();
  const row = await queryOpenings(trx, ref.communityId).where('box_openings.id', '=', ref.id).executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** The openings of a community, as the rules need them. */
export function queryOpenings(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('box_openings')
    .innerJoin('comment_boxes as box', (join) =>
      join.onRef('box.community_id', '=', 'box_openings.community_id').onRef('box.id', '=', 'box_openings.box_id'),
    )
    .select([
      'box_openings.community_id as communityId',
      'box_openings.id',
      'box_openings.box_id as boxId',
      'box.name as boxName',
      'box.place_id as placeId',
      'box_openings.opened_at as openedAt',
      'box_openings.counted',
      'box_openings.opened_by as openedBy',
      'box_openings.opened_with as openedWith',
      sql<number>`(select count(*)::int from opened_slips s where s.community_id = box_openings.community_id
        and s.opening_id = box_openings.id)`.as('entered'),
    ])
    .where('box_openings.community_id', '=', communityId);
}
