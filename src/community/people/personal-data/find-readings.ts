import { database } from '#foundation/server/database.ts';
import type { RoleName, Viewer } from '../viewer.ts';

/** One look at what somebody left as name and contact. `fields`: which of them; `purpose`: the code given when looking. */
export type Reading = { at: Date; name: string; role: RoleName; fields: string[]; purpose: string };

/**
 * Who looked at the contact left with a voice, newest first: for the one who left it, and nobody else [law PIPL 44].
 * Empty for anybody else, at most 50.
 */
export async function findReadings(viewer: Viewer, communityId: number, voiceId: string): Promise<Reading[]> {
  const holds = viewer.holds?.communityId === communityId && viewer.holds.voiceId === voiceId;
  if (!holds && !viewer.personId) return [];
  return database()
    .selectFrom('access_records')
    .innerJoin('people', 'people.id', 'access_records.reader_id')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'access_records.community_id').onRef('reporters.id', '=', 'access_records.subject_id'),
    )
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'reporters.community_id').onRef('voices.reporter_id', '=', 'reporters.id'),
    )
    .select(['access_records.at', 'people.name', 'reader_role as role', 'fields', 'purpose'])
    .$narrowType<{ role: RoleName; name: string }>()
    .where('access_records.community_id', '=', communityId)
    .where('voices.id', '=', voiceId)
    .$if(!holds, (query) => query.where('reporters.person_id', '=', viewer.personId))
    .orderBy('access_records.at', 'desc')
    .limit(50)
    .execute();
}
