import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';
import type { Removed } from './keep-no-longer.ts';

/** The last nightly clearing, for those who run the installation; null when there was none yet. Throws Forbidden. */
export async function findLastClearing(viewer: Viewer): Promise<{ at: Date; removed: Removed } | null> {
  if (!viewer.grants.some(({ role }) => role === 'administrator')) throw new Forbidden();
  const row = await database()
    .selectFrom('security_events')
    .select(['at', 'data'])
    .where('name', '=', 'data.kept_no_longer')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.at, removed: countsIn(row.data) } : null;
}

function countsIn(data: unknown): Removed {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
