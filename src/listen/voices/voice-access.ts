import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { DB } from '#db/schema.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';

// Reach: which voices of a community a viewer can load at all. Every query of voices starts from here.

type Builder = ExpressionBuilder<DB, 'voices'>;

/**
 * The SQL condition for `voices` of one community. Whoever is named in a complaint is walled off in every role (V6);
 * voices naming somebody are read by the leadership and whoever answers for them, and when the leadership itself is
 * named, by the street alone. So a missing number tells nobody that it is about them.
 */
export function visibleTo(viewer: Viewer, communityId: number) {
  return (eb: Builder): ExpressionWrapper<DB, 'voices', SqlBool> => {
    const here = eb('voices.community_id', '=', communityId);
    if (viewer.kind === 'system') return here;
    return eb.and([here, notWalled(eb, viewer), eb.or(waysIn(eb, viewer, communityId))]);
  };
}

/**
 * What somebody who supervises from above may count without reading it: every voice of these communities that doesn't
 * name them (V6), and none of those kept at the street alone, so that the sum tells the leadership nothing either.
 */
export function countedBy(viewer: Viewer, communityIds: readonly number[]) {
  return (eb: Builder): ExpressionWrapper<DB, 'voices', SqlBool> =>
    eb.and([sql<boolean>`voices.community_id = any(${communityIds})`, eb('voices.sealed', '<>', 'street'), notWalled(eb, viewer)]);
}

/**
 * The same rule for `voice_answers`, asked from the few voices it leaves out: joining a million answers with their
 * voices would take seconds.
 */
export function answersCountedBy(viewer: Viewer, communityIds: readonly number[]) {
  const of = (left: string) => sql`${sql.ref(left)} = voice_answers.community_id`;
  return sql<boolean>`voice_answers.community_id = any(${communityIds})
    and not exists (select from voices kept where kept.sealed = 'street' and ${of('kept.community_id')} and kept.id = voice_answers.voice_id)
    and not exists (select from voice_accused wall where wall.person_id = ${viewer.personId} and ${of('wall.community_id')}
      and wall.voice_id = voice_answers.voice_id)`;
}

function notWalled(eb: Builder, viewer: Viewer) {
  if (!viewer.personId) return eb.lit(true);
  return eb.not(
    eb.exists(
      eb
        .selectFrom('voice_accused')
        .select('voice_accused.id')
        .whereRef('voice_accused.community_id', '=', 'voices.community_id')
        .whereRef('voice_accused.voice_id', '=', 'voices.id')
        .where('voice_accused.person_id', '=', viewer.personId),
    ),
  );
}

function waysIn(eb: Builder, viewer: Viewer, communityId: number) {
  const ways = [];
  if (hasRole(viewer, communityId, 'community_secretary', 'supervisory_member')) ways.push(eb('voices.sealed', 'in', ['none', 'named']));
  if (hasRole(viewer, communityId, 'community_worker')) ways.push(eb('voices.sealed', '=', 'none'));
  if (hasRole(viewer, communityId, 'street_supervisor')) {
    ways.push(eb('voices.level', '=', 'street'), eb('voices.sealed', '=', 'street'));
  }
  if (viewer.kind === 'holder' && viewer.holds?.communityId === communityId) ways.push(eb('voices.id', '=', viewer.holds.voiceId));
  if (viewer.personId) ways.push(...ownWays(eb, viewer.personId, viewer, communityId));
  return ways.length > 0 ? ways : [eb.lit(false)];
}

function ownWays(eb: Builder, personId: string, viewer: Viewer, communityId: number) {
  const spoken = eb.exists(
    eb
      .selectFrom('reporters')
      .select('reporters.id')
      .whereRef('reporters.community_id', '=', 'voices.community_id')
      .whereRef('reporters.id', '=', 'voices.reporter_id')
      .where('reporters.person_id', '=', personId),
  );
  const working = hasRole(
    viewer,
    communityId,
    'community_worker',
    'community_secretary',
    'property_manager',
    'liaison_officer',
    'building_chief',
    'street_supervisor',
  );
  if (!working) return [spoken];
  const unsealed = eb('voices.sealed', '<>', 'street');
  const near = isNeighbour(viewer, communityId) ? [withinArea(viewer, communityId)] : [];
  return [
    spoken,
    eb.and([eb('voices.owner_id', '=', personId), unsealed]),
    eb.and([eb('voices.first_receiver_id', '=', personId), unsealed, ...near]),
    eb.and([eb('voices.entered_by', '=', personId), eb('voices.sealed', '=', 'none'), ...near]),
  ];
}

/** Somebody who serves next door and nowhere else: a liaison officer or building chief, for the area of the role. */
function isNeighbour(viewer: Viewer, communityId: number): boolean {
  return !hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'property_manager', 'street_supervisor');
}

/**
 * H6: what a neighbour wrote down stays in sight where it is about their own area now, or about no place on the map; what
 * they wrote down for elsewhere only until somebody is asked to answer for it. Areas are places; what lies within counts.
 */
function withinArea({ grants }: Viewer, communityId: number) {
  const area = grants.flatMap(({ communityIds, placeId }) => (communityIds.includes(communityId) && placeId ? [placeId] : []));
  return sql<boolean>`(voices.place_id is null
    or (voices.owner_id is null and voices.stage in ('received', 'acknowledged', 'triaged'))
    or exists (
      with recursive up as (
        select p.id, p.parent_id from places p where p.community_id = ${communityId} and p.id = voices.place_id
        union all
        select p.id, p.parent_id from places p join up on p.id = up.parent_id where p.community_id = ${communityId}
      )
      select from up where up.id = any(${area}::uuid[])
    ))`;
}
