import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { findLog, type LogEntry } from './find-links.ts';
import { reachLink, type LinkRef } from './load-link.ts';
import { livesIn } from './why-not-contact.ts';

/**
 * The log of a household, for whoever may reach it. H7: a look by anybody but the household is written down before
 * anything is read, and the household sees it. Throws Missing.
 */
export async function readLog(viewer: Viewer, ref: LinkRef, how?: How): Promise<LogEntry[]> {
  await perform({ actor: actorKey(viewer), verb: 'contact.read_log', input: null }, { ...how, key: undefined }, async (act) => {
    const link = await reachLink(act, viewer, ref);
    if (livesIn(viewer, ref.communityId, link.householdId)) return null;
    await act.trx
      .insertInto('access_records')
      .values({
        community_id: ref.communityId,
        id: newId(act.now),
        at: act.now,
        reader_id: viewer.personId,
        reader_role: actingRole(viewer, ref.communityId),
        subject_id: link.id,
        fields: ['contact_log'],
        purpose: 'contact',
      })
      .execute();
    return null;
  });
  return (await findLog(ref.communityId, [ref.id])).get(ref.id) ?? [];
}

export type LogLook = { at: Date; name: string };

/** Who looked at the log of the viewer's own household, newest first, at most 50. Empty for anybody else. */
export async function findLogLooks(viewer: Viewer, communityId: number, linkIds: readonly string[]): Promise<LogLook[]> {
  const homes = viewer.grants.flatMap(({ role, placeId }) => (role === 'resident' && placeId ? [placeId] : []));
  if (linkIds.length === 0 || homes.length === 0) return [];
  return database()
    .selectFrom('access_records as look')
    .innerJoin('contact_links as link', (join) =>
      join.onRef('link.community_id', '=', 'look.community_id').onRef('link.id', '=', 'look.subject_id'),
    )
    .innerJoin('people', 'people.id', 'look.reader_id')
    .select(['look.at', 'people.name'])
    .$narrowType<{ name: string }>()
    .where('look.community_id', '=', communityId)
    .where('look.subject_id', 'in', linkIds)
    .where('link.household_id', 'in', homes)
    .orderBy('look.at', 'desc')
    .limit(50)
    .execute();
}
