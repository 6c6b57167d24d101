import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Act } from '#foundation/server/perform.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Place, PlaceLevel } from './place.ts';

export type KnownPlace = Place & { fullName: string; buildingId: string | null };

/** All living places of a community, or some of its levels. */
export async function loadPlaces(db: Kysely<DB>, communityId: number, levels?: readonly PlaceLevel[]): Promise<KnownPlace[]> {
  return db
    .selectFrom('places')
    .select(['id', 'parent_id as parentId', 'level', 'name', 'full_name as fullName', 'building_id as buildingId'])
    .$narrowType<{ level: PlaceLevel }>()
    .where('community_id', '=', communityId)
    .where('ended_at', 'is', null)
    .$if(levels !== undefined, (query) => query.where('level', 'in', levels ?? []))
    .execute();
}

/**
 * Lets one change of a community's places happen after the other. The weakest lock that does so: voices keep coming in
 * meanwhile. Throws Missing when there is no such community.
 */
export async function lockPlaces({ trx }: Act, communityId: number): Promise<void> {
  const locked = await trx.selectFrom('communities').select('id').where('id', '=', communityId).forNoKeyUpdate().executeTakeFirst();
  if (!locked) throw new Missing();
}
