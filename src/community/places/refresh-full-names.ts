import { sql } from 'kysely';
import type { Act } from '#foundation/server/perform.ts';
import { fullNames } from './full-name.ts';
import { loadPlaces } from './load-places.ts';

/**
 * Brings the full names of a community's living places up to date after a change: a second estate, or a new name higher
 * up, changes what every door below is called. Places that ended keep the name they had. Returns how many changed.
 */
export async function refreshFullNames({ trx }: Act, communityId: number): Promise<number> {
  const places = await loadPlaces(trx, communityId);
  const names = fullNames(places);
  const changed = places.filter((place) => names.get(place.id) !== place.fullName);
  if (changed.length === 0) return 0;
  const ids = changed.map((place) => place.id);
  const spoken = changed.map((place) => names.get(place.id) ?? place.name);
  await sql`update places set full_name = spoken.name from unnest(${ids}::uuid[], ${spoken}::text[]) as spoken(id, name)
    where places.community_id = ${communityId} and places.id = spoken.id`.execute(trx);
  return changed.length;
}
