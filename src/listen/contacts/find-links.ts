import { database } from '#foundation/server/database.ts';
import { numberOf } from '#foundation/text/yearly-number.ts';
import type { Viewer } from '#community/people/index.ts';
import type { ContactLink, ContactWay } from './contact-link.ts';
import { links } from './load-link.ts';
import { livesIn } from './why-not-contact.ts';

/** A link as those see it who may. In the order of addresses: nobody is ranked. */
export type LinkRow = ContactLink & { household: string; holder: string; proposedAt: Date; acceptedAt: Date | null };

/** The links that still run, within reach: the household's own, the holder's own, all for the office. At most 500. */
export async function findLinks(viewer: Viewer, communityId: number): Promise<LinkRow[]> {
  return links(database(), viewer, communityId)
    .innerJoin('places', (join) => join.onRef('places.community_id', '=', 'link.community_id').onRef('places.id', '=', 'link.household_id'))
    .innerJoin('people', 'people.id', 'link.holder_id')
    .select(['places.full_name as household', 'people.name as holder', 'link.proposed_at as proposedAt', 'link.accepted_at as acceptedAt'])
    .$narrowType<{ holder: string }>()
    .where('link.ended_at', 'is', null)
    .orderBy('places.full_name')
    .orderBy('link.id')
    .limit(500)
    .execute();
}

/** The links of the viewer's own home. */
export async function findOwnLinks(viewer: Viewer, communityId: number): Promise<LinkRow[]> {
  const rows = await findLinks(viewer, communityId);
  return rows.filter(({ householdId }) => livesIn(viewer, communityId, householdId));
}

/** One contact. `number`: of the voice that what was asked became. */
export type LogEntry = { id: string; contactedOn: string; way: ContactWay; number: string | null; correctedAt: Date | null };

/** The log of links the caller has reached, by link, newest first. */
export async function findLog(communityId: number, linkIds: readonly string[]): Promise<Map<string, LogEntry[]>> {
  if (linkIds.length === 0) return new Map();
  const rows = await database()
    .selectFrom('contact_log as entry')
    .leftJoin('voices', (join) => join.onRef('voices.community_id', '=', 'entry.community_id').onRef('voices.id', '=', 'entry.voice_id'))
    .select(['entry.link_id as linkId', 'entry.id', 'entry.contacted_on as contactedOn', 'entry.way', 'entry.corrected_at as correctedAt'])
    .select(['voices.year', 'voices.serial'])
    .$narrowType<{ way: ContactWay }>()
    .where('entry.community_id', '=', communityId)
    .where('entry.link_id', 'in', linkIds)
    .orderBy('entry.contacted_on', 'desc')
    .orderBy('entry.id', 'desc')
    .execute();
  const log = new Map<string, LogEntry[]>();
  for (const { linkId, year, serial, ...entry } of rows) {
    log.set(linkId, [...(log.get(linkId) ?? []), { ...entry, number: numberOf(year, serial) }]);
  }
  return log;
}
