import { Forbidden } from '#foundation/refusal.ts';
import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { inReach, worksOnVisits } from './visit-access.ts';

/** Households within reach whose address holds what was typed ("3号楼201"), at most 20. Throws Forbidden. */
export async function findHomes(viewer: Viewer, communityId: number, typed: string): Promise<{ id: string; address: string }[]> {
  if (!worksOnVisits(viewer, communityId)) throw new Forbidden();
  const parts = typed
    .slice(0, 60)
    .split(/[\s,，-]+/)
    .filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = `%${parts.map((part) => part.replaceAll(/[\\%_]/g, String.raw`\$&`)).join('%')}%`;
  const { rows } = await sql<{ id: string; address: string }>`
    select id, full_name as address from places home
    where community_id = ${communityId} and level = 'household' and ended_at is null and full_name ilike ${pattern}
      and ${inReach(viewer, communityId, 'home.id')} order by length(full_name), full_name limit 20`.execute(database());
  return rows;
}
