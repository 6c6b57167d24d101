import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { anyOfQuery } from '#foundation/text/search-words.ts';
import type { Viewer } from '#community/people/index.ts';
import { openStages, type Stage } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/** What is being compared: words, and where, as far as it is known. `voiceId`: itself, when it is a voice already. */
export type Matter = { words: string; place: string | null; buildingId: string | null; category: string | null; voiceId: string | null };

/** how many are fetched to be looked at closely; the rest share less with it */
const looked = 40;

/**
 * Open voices that may be about the same matter: of the same building, or with some of the `telling` words. Only what the
 * viewer may see, and never one that names somebody: a likeness would already say what it is about. Two voices that people
 * sorted into different categories are two matters.
 */
export async function loadAlike(viewer: Viewer, communityId: number, matter: Matter, telling: string[]) {
  const asked = anyOfQuery(telling);
  const { buildingId, category, voiceId } = matter;
  if (asked === null) return [];
  const shares = sql<boolean>`voices.search @@ ${asked}::tsquery`;
  const sharing = sql<number>`ts_rank(voices.search, ${asked}::tsquery)`;
  return database()
    .selectFrom('voices')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select(['voices.year', 'voices.serial', 'voices.stage', 'voices.received_at', 'voices.place_words', 'voices.building_id'])
    .select(['places.full_name', sql<string>`left(voices.words, 1000)`.as('words')])
    .$narrowType<{ stage: Stage }>()
    .where(visibleTo(viewer, communityId))
    .where('voices.sealed', '=', 'none')
    .where('voices.stage', 'in', openStages)
    .where((eb) => eb.or([shares, ...(buildingId ? [eb('voices.building_id', '=', buildingId)] : [])]))
    .$if(voiceId !== null, (query) => query.where('voices.id', '<>', voiceId ?? ''))
    .$if(category !== null, (query) =>
      query.where((eb) => eb.or([eb('voices.category', '=', category ?? ''), eb('voices.category', 'is', null)])),
    )
    .orderBy(sharing, 'desc')
    .orderBy('voices.received_at', 'desc')
    .orderBy('voices.id')
    .limit(looked)
    .execute();
}
