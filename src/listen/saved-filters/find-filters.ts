// The views somebody has saved for themselves, in the order in which they were first saved.
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';

export type SavedFilter = { id: string; name: string; query: string };

/** The viewer's own filters in this community; none for whoever is not signed in. */
export async function findFilters(viewer: Viewer, communityId: number): Promise<SavedFilter[]> {
  if (!viewer.personId) return [];
  return database()
    .selectFrom('saved_filters')
    .select(['id', 'name', 'query'])
    .where('community_id', '=', communityId)
    .where('person_id', '=', viewer.personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
