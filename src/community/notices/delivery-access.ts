import { sql } from 'kysely';
import { hasRole, type Viewer } from '#community/people/index.ts';

// Reach: which deliveries somebody can see at all. Every query of the office's log, calls and letters starts from here.

/** Calls, letters and failures are the office's work; those about a complaint against the leadership are the street's. */
export function tellsByHand(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'street_supervisor');
}

/**
 * The SQL condition for `deliveries` of one community. A letter or a call about a voice tells that there is one, so it is
 * reached by whoever reads the voice by their office: nobody it names (V6), the leadership where somebody is named, the
 * street alone where the leadership is named. A voice's own deliveries stand in the pile of voices.
 */
export function deliveriesFor(viewer: Viewer, communityId: number) {
  const office = hasRole(viewer, communityId, 'community_worker', 'community_secretary');
  const sealed = [
    ...(office ? ['none'] : []),
    ...(hasRole(viewer, communityId, 'community_secretary') ? ['named'] : []),
    ...(hasRole(viewer, communityId, 'street_supervisor') ? ['street'] : []),
  ];
  return sql<boolean>`deliveries.community_id = ${communityId} and (
    ${office} and deliveries.about = 'digest'
    or ${office} and deliveries.about = 'notice' and not exists (select from notices where ${subject()} and notices.about_kind = 'voice')
    or deliveries.about = 'notice' and exists (select from notices join voices
        on voices.community_id = notices.community_id and voices.id = notices.about_id
      where ${subject()} and notices.about_kind = 'voice' and voices.sealed = any(${sealed}::text[])
        and not exists (select from voice_accused wall where wall.community_id = voices.community_id
          and wall.voice_id = voices.id and wall.person_id = ${viewer.personId}::uuid)))`;
}

function subject() {
  return sql`notices.community_id = deliveries.community_id and notices.id = deliveries.subject_id`;
}
