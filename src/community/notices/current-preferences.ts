import { sql } from 'kysely';
import type { Database } from '#foundation/server/database.ts';
import type { ContactWay, DigestRhythm, Topic } from './notice.ts';

/** How one person wishes to hear. Hours are Shanghai's, 0–23; from = to: at any hour. `setAt` null: never said, the usual. */
export type Preferences = { way: ContactWay; digest: DigestRhythm; quietFrom: number; quietTo: number; muted: Topic[]; setAt: Date | null };

/** Whoever never said anything is not disturbed: all is on the page, and a digest goes out only to who agreed to messages. */
export const usual: Preferences = { way: 'page', digest: 'weekly', quietFrom: 21, quietTo: 8, muted: [], setAt: null };

/** The wishes of several people in one community, the usual ones for whoever never said any. */
export async function currentPreferences(
  db: Database,
  communityId: number,
  personIds: readonly string[],
): Promise<Map<string, Preferences>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('notice_preferences')
    .distinctOn('person_id')
    .select(['person_id', 'way', 'digest', 'quiet_from as quietFrom', 'quiet_to as quietTo', 'muted', 'set_at as setAt'])
    .$narrowType<{ way: ContactWay; digest: DigestRhythm; muted: Topic[] }>()
    .where('community_id', '=', communityId)
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .orderBy('person_id')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const said = new Map(rows.map(({ person_id: personId, ...wish }) => [personId, wish]));
  return new Map(personIds.map((id) => [id, said.get(id) ?? usual]));
}
