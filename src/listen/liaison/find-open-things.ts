import { database, type Database } from '#foundation/server/database.ts';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import type { Viewer } from '#community/people/index.ts';
import { findLinks } from '#listen/contacts/index.ts';
import { openStages, visibleTo } from '#listen/voices/index.ts';

/** A voice an officer still answers for; those the viewer may not see are left out. */
export async function openVoicesOf(db: Database, viewer: Viewer, communityId: number, personId: string) {
  const rows = await db
    .selectFrom('voices')
    .select(['voices.id', 'voices.year', 'voices.serial', 'voices.due_at as dueAt'])
    .where(visibleTo(viewer, communityId))
    .where('voices.owner_id', '=', personId)
    .where('voices.stage', 'in', openStages)
    .orderBy('voices.id')
    .execute();
  return rows.map(({ id, year, serial, dueAt }) => ({ id, number: formatNumber(year, serial), dueAt }));
}

/** What stands open with an officer, for the hand-over: voices to answer, and households that keep in touch. */
export async function findOpenThings(viewer: Viewer, communityId: number, personId: string) {
  const [voices, links] = await Promise.all([openVoicesOf(database(), viewer, communityId, personId), findLinks(viewer, communityId)]);
  return { voices, households: links.filter(({ holderId }) => holderId === personId).map(({ household }) => household) };
}
