import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { DB } from '#db/schema.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';

type Builder = ExpressionBuilder<DB, 'data_requests'>;

/** Who decides: the office. The street only where the matter stands with the street, because the leadership is named. */
export function worksOnRequests(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'street_supervisor');
}

/**
 * The SQL condition for the requests of one community that the office may see. The wall goes on here (V6): whoever is
 * named in a voice sees neither a request about it nor one by the person who spoke.
 */
export function requestsVisibleTo(viewer: Viewer, communityId: number) {
  return (eb: Builder): ExpressionWrapper<DB, 'data_requests', SqlBool> => {
    const here = eb('data_requests.community_id', '=', communityId);
    if (viewer.kind === 'system') return here;
    if (!worksOnRequests(viewer, communityId)) return eb.and([here, eb.lit(false)]);
    const ofVoice = eb.exists(
      eb
        .selectFrom('voices')
        .select('voices.id')
        .whereRef('voices.community_id', '=', 'data_requests.community_id')
        .whereRef('voices.id', '=', 'data_requests.voice_id')
        .where(visibleTo(viewer, communityId)),
    );
    const ofPerson = eb.and([
      eb('data_requests.person_id', 'is not', null),
      sql<boolean>`not ${namesIn(viewer)}`,
      reaches(viewer, communityId),
    ]);
    return eb.and([here, eb.or([ofVoice, ofPerson])]);
  };
}

const theirVoices = sql`voices v join reporters r on r.community_id = v.community_id and r.id = v.reporter_id
  where v.community_id = data_requests.community_id and r.person_id = data_requests.person_id`;

function namesIn(viewer: Viewer) {
  return sql<boolean>`exists (select from voice_accused a where a.community_id = data_requests.community_id
    and a.person_id = ${viewer.personId} and a.voice_id in (select v.id from ${theirVoices}))`;
}

function reaches(viewer: Viewer, communityId: number) {
  if (hasRole(viewer, communityId, 'community_worker', 'community_secretary')) return sql<boolean>`true`;
  return sql<boolean>`exists (select from ${theirVoices} and v.sealed = 'street')`;
}
