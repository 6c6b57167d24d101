import { sql } from 'kysely';
import type { Act } from '#foundation/server/perform.ts';
import type { Meeting } from './meeting.ts';

/**
 * Who is told of a meeting, by what the house knows when the notice goes out: all residents where all count or may come,
 * otherwise the members of the bodies it is made of.
 */
export async function findConcerned({ trx }: Pick<Act, 'trx'>, one: Meeting): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${concernedOf(one)}`.execute(trx);
  return rows.map((row) => row.id);
}

function concernedOf({ communityId, id, kind, organizationId, buildingId }: Meeting) {
  const serving = (role: string) => sql`select distinct r.person_id as id from roles r
    where r.community_id = ${communityId} and r.role = ${role} and r.ended_at is null`;
  const members = (where: ReturnType<typeof sql>) => sql`select distinct s.person_id as id from memberships s
    join organizations o on o.community_id = s.community_id and o.id = s.organization_id
    where s.community_id = ${communityId} and s.ended_at is null and o.ended_at is null and ${where}`;
  switch (kind) {
    case 'building_chief_meeting':
      return serving('building_chief');
    case 'representatives_meeting':
      return members(sql`o.kind in ('residents_representatives', 'residents_committee')`);
    case 'two_committees_meeting':
      return members(sql`o.kind = 'residents_committee'`);
    case 'branch_proposal':
    case 'party_members_meeting':
      return members(sql`o.kind = 'party_organization'`);
    case 'deliberative_council':
      return members(sql`o.id = ${organizationId}::uuid`);
    case 'joint_meeting':
      return members(
        sql`s.office <> 'member' and exists (select from joint_parties p where p.community_id = o.community_id and p.organization_id = o.id and p.ended_at is null)`,
      );
    case 'mediation_meeting':
      return sql`select distinct e.person_id as id from roll_entries e
        where e.community_id = ${communityId} and e.meeting_id = ${id}::uuid and e.person_id is not null`;
    default:
      return buildingId === null
        ? serving('resident')
        : sql`select distinct r.person_id as id from roles r join places p on p.community_id = r.community_id and p.id = r.place_id
            where r.community_id = ${communityId} and r.role = 'resident' and r.ended_at is null and p.building_id = ${buildingId}::uuid`;
  }
}
