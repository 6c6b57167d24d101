import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { openStages } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/**
 * How many open voices everybody is answerable for, so that whoever assigns one does not pile it on the same shoulders.
 * Information for one decision, never a ranking; counts only what the viewer may see (V6).
 */
export async function findLoads(viewer: Viewer, communityId: number): Promise<Record<string, number>> {
  const rows = await database()
    .selectFrom('voices')
    .select((eb) => ['voices.owner_id as ownerId', eb.fn.countAll<number>().as('open')])
    .where(visibleTo(viewer, communityId))
    .where('voices.owner_id', 'is not', null)
    .where('voices.stage', 'in', openStages)
    .where('voices.stage', '<>', 'answered')
    .groupBy('voices.owner_id')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.ownerId ?? '', row.open]));
}
