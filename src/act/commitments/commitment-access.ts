import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';

/** Who writes promises down and keeps their list: the office. */
export function worksOnCommitments(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

/** Who sees what is not public yet. */
export function seesDrafts(viewer: Viewer, communityId: number): boolean {
  const sees = hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'supervisory_member', 'street_supervisor');
  return viewer.kind === 'system' || sees;
}

/** Who writes down what somebody said of a promise by telephone, on paper or at the door. */
export function hearsVerdicts(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'supervisory_member', 'liaison_officer', 'building_chief');
}

/**
 * Which commitments this viewer may know of: what is public, one's own, and for the office its drafts. What was promised to
 * a voice that names somebody stays with those who may read that voice (V6).
 */
export function commitmentsSeenBy(db: Kysely<DB>, viewer: Viewer, communityId: number) {
  const own = sql<boolean>`commitments.owner_id = ${viewer.personId}::uuid or exists (
    select from memberships s where s.community_id = commitments.community_id and s.organization_id = commitments.organization_id
      and s.person_id = ${viewer.personId}::uuid and s.ended_at is null and s.office <> 'member')`;
  const open = seesDrafts(viewer, communityId) ? sql<boolean>`true` : sql<boolean>`commitments.published_at is not null or ${own}`;
  const walled = db.selectFrom('voices').select('id').where(visibleTo(viewer, communityId)).where('sealed', '<>', 'none');
  return sql<boolean>`(${open}) and (${unwalled(communityId)} or commitments.voice_id in (${walled}))`;
}

/** Nothing derived from a voice that names somebody is public. */
export function unwalled(communityId: number) {
  return sql<boolean>`(commitments.voice_id is null or commitments.voice_id not in (
    select id from voices where community_id = ${communityId} and sealed <> 'none'))`;
}
