import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { formatNumber } from '#listen/voices/index.ts';

export type Published = {
  publicationId: string;
  number: string;
  category: string | null;
  buildingId: string | null;
  speakerId: string | null;
};

/** The publication of a voice that stands on the page now; null when there is none. */
export async function findPublishedEvent(db: Kysely<DB>, communityId: number, voiceId: string): Promise<Published | null> {
  const row = await db
    .selectFrom('voice_publications')
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'voice_publications.community_id').onRef('voices.id', '=', 'voice_publications.voice_id'),
    )
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select([
      'voice_publications.id as publicationId',
      'voices.year',
      'voices.serial',
      'voice_publications.category',
      'voice_publications.building_id as buildingId',
      'reporters.person_id as speakerId',
    ])
    .where('voice_publications.community_id', '=', communityId)
    .where('voice_publications.voice_id', '=', voiceId)
    .where('voice_publications.taken_down_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { year, serial, ...rest } = row;
  return { ...rest, number: formatNumber(year, serial) };
}
