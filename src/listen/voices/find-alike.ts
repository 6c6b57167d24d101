import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { formatNumber, openStages } from './voice.ts';
import { visibleTo } from './voice-access.ts';

export type AlikeVoice = { number: string; words: string; place: string | null; receivedAt: Date };

/**
 * Open voices that may be about the same matter: from the same building, of the same category or not yet sorted. A
 * person decides whether they are; several people of one building have several troubles.
 */
export async function findAlike(viewer: Viewer, communityId: number, voiceId: string): Promise<AlikeVoice[]> {
  const rows = await database()
    .selectFrom('voices')
    .innerJoin('voices as this', (join) =>
      join.onRef('this.community_id', '=', 'voices.community_id').onRef('this.building_id', '=', 'voices.building_id'),
    )
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select([
      'voices.year',
      'voices.serial',
      'voices.received_at',
      'voices.place_words',
      'places.full_name',
      sql<string>`left(voices.words, 60)`.as('beginning'),
    ])
    .where(visibleTo(viewer, communityId))
    .where('this.id', '=', voiceId)
    .where('voices.id', '<>', voiceId)
    .where('voices.sealed', '=', 'none')
    .where('voices.stage', 'in', openStages)
    .where((eb) =>
      eb.or([eb('voices.category', '=', eb.ref('this.category')), eb('voices.category', 'is', null), eb('this.category', 'is', null)]),
    )
    .orderBy('voices.received_at', 'desc')
    .orderBy('voices.id')
    .limit(5)
    .execute();
  return rows.map((row) => ({
    number: formatNumber(row.year, row.serial),
    words: row.beginning,
    place: row.full_name ?? row.place_words,
    receivedAt: row.received_at,
  }));
}
