import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** The place a voice speaks of, with the building it counts for; null when the community has no such place. */
export async function findPlaceForVoice(db: Kysely<DB>, communityId: number, placeId: string) {
  const place = await db
    .selectFrom('places')
    .select(['id', 'full_name as fullName', 'building_id as buildingId'])
    .where('community_id', '=', communityId)
    .where('id', '=', placeId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return place ?? null;
}
