import { database } from '#foundation/server/database.ts';
import { formatNumber, type Stage } from './voice.ts';

/** A published voice at the building whoever cleared it let it be shown at. */
export type MatterOnMap = { buildingId: string; number: string; title: string; stage: Stage };

/** What neighbours said, by building, newest first; for everybody, from cleared words alone. At most 500. */
export async function findMattersOnMap(communityId: number): Promise<MatterOnMap[]> {
  const rows = await database()
    .selectFrom('voice_publications')
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'voice_publications.community_id').onRef('voices.id', '=', 'voice_publications.voice_id'),
    )
    .select(['voices.year', 'voices.serial', 'voice_publications.building_id', 'voice_publications.title', 'voice_publications.stage'])
    .$narrowType<{ stage: Stage }>()
    .where('voice_publications.community_id', '=', communityId)
    .where('voice_publications.taken_down_at', 'is', null)
    .where('voice_publications.building_id', 'is not', null)
    .orderBy('voice_publications.received_at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    buildingId: row.building_id ?? '',
    number: formatNumber(row.year, row.serial),
    title: row.title,
    stage: row.stage,
  }));
}
