import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import type { Delegation } from './delegation.ts';

/**
 * What somebody is to a delegation, as the rules ask it. `leads`: the group that took it on; `offered`: groups they lead that
 * haven't answered an offer; `speaks`: for the voice it came from; `belongs`: to the group, in whatever office.
 */
export type Standing = {
  personId: string | null;
  office: boolean;
  secretary: boolean;
  resident: boolean;
  leads: boolean;
  offered: string[];
  speaks: boolean;
  belongs: boolean;
};

type About = Pick<Delegation, 'communityId' | 'id' | 'organizationId' | 'voiceId'>;

/** Asked once for a command or a page; leaders are those who chair or lead a group today. */
export async function standingOf(db: Kysely<DB>, viewer: Viewer, one: About): Promise<Standing> {
  const { communityId } = one;
  const { personId } = viewer;
  const holds = viewer.holds?.communityId === communityId && viewer.holds.voiceId === one.voiceId && one.voiceId !== null;
  const { rows } = await sql<{ leads: boolean; belongs: boolean; offered: string[]; speaks: boolean }>`
    with mine as (
      select organization_id, office from memberships
      where community_id = ${communityId} and person_id = ${personId}::uuid and ended_at is null
        and starts_on <= (now() at time zone 'Asia/Shanghai')::date
    )
    select
      exists (select from mine where organization_id = ${one.organizationId}::uuid and office in ('leader', 'chair')) as leads,
      exists (select from mine where organization_id = ${one.organizationId}::uuid) as belongs,
      (select coalesce(array_agg(o.organization_id::text), '{}') from delegation_offers o
        where o.community_id = ${communityId} and o.delegation_id = ${one.id} and o.answer is null
          and exists (select from mine where mine.organization_id = o.organization_id and office in ('leader', 'chair'))) as offered,
      exists (select from voices v join reporters r on r.community_id = v.community_id and r.id = v.reporter_id
        where v.community_id = ${communityId} and v.id = ${one.voiceId}::uuid and r.person_id = ${personId}::uuid) as speaks`.execute(db);
  const found = rows[0] ?? { leads: false, belongs: false, offered: [], speaks: false };
  return {
    personId,
    office: worksOnDelegations(viewer, communityId),
    secretary: hasRole(viewer, communityId, 'community_secretary'),
    resident: hasRole(viewer, communityId, 'resident'),
    ...found,
    speaks: holds || found.speaks,
  };
}

/** Who finds matters for groups, looks at them and helps: the office. */
export function worksOnDelegations(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

/** Who also sees what is being prepared, and what groups refused. */
export function seesAllDelegations(viewer: Viewer, communityId: number): boolean {
  return (
    viewer.kind === 'system' ||
    hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'supervisory_member', 'street_supervisor')
  );
}
