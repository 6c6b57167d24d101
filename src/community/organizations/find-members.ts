import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { isPublicOffice, type MembershipWay, type Office, type OrganizationKind, type Tier } from './organization.ts';

/** `name`: only of those whom everybody may know by name in this function. Days are Shanghai's. */
export type Member = {
  membershipId: string;
  personId: string;
  name: string | null;
  seatId: string | null;
  office: Office;
  tier: Tier | null;
  way: MembershipWay;
  startsOn: string;
  termEndsOn: string | null;
};

/** Who belongs to an organization on a day (today unless given): leaders first, then in order of entering. */
export async function findMembers(communityId: number, organizationId: string, on?: string): Promise<Member[]> {
  return membersOn(database(), communityId, organizationId, on);
}

/** The same inside a command. */
export async function membersOn(db: Kysely<DB>, communityId: number, organizationId: string, on?: string): Promise<Member[]> {
  const at = on === undefined ? sql<string>`(now() at time zone 'Asia/Shanghai')::date` : sql<string>`${on}::date`;
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .innerJoin('organizations', (join) =>
      join
        .onRef('organizations.community_id', '=', 'memberships.community_id')
        .onRef('organizations.id', '=', 'memberships.organization_id'),
    )
    .select([
      'memberships.id as membershipId',
      'person_id as personId',
      'people.name',
      'organizations.kind',
      'seat_id as seatId',
      'office',
      'tier',
      'way',
      sql<string>`to_char(starts_on, 'YYYY-MM-DD')`.as('startsOn'),
      sql<string | null>`to_char(term_ends_on, 'YYYY-MM-DD')`.as('termEndsOn'),
    ])
    .$narrowType<{ kind: OrganizationKind; office: Office; tier: Tier | null; way: MembershipWay }>()
    .where('memberships.community_id', '=', communityId)
    .where('memberships.organization_id', '=', organizationId)
    .where('starts_on', '<=', at)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', at)]))
    .orderBy(sql`array_position(array['chair','leader','vice_chair','secretary','treasurer','member'], office)`)
    .orderBy('memberships.id')
    .execute();
  return rows.map(({ kind, name, ...member }) => ({ ...member, name: isPublicOffice(kind, member.office) ? name : null }));
}

/** Whether the viewer belongs to an organization of one of these kinds here now; `office`: and holds it. */
export async function belongsTo(
  db: Kysely<DB>,
  viewer: Viewer,
  communityId: number,
  of: { organizationId: string } | { kind: OrganizationKind },
  ...held: Office[]
): Promise<boolean> {
  if (!viewer.personId) return false;
  const row = await db
    .selectFrom('memberships')
    .innerJoin('organizations', (join) =>
      join
        .onRef('organizations.community_id', '=', 'memberships.community_id')
        .onRef('organizations.id', '=', 'memberships.organization_id'),
    )
    .select('memberships.id')
    .where('memberships.community_id', '=', communityId)
    .where('person_id', '=', viewer.personId)
    .where('memberships.ended_at', 'is', null)
    .where('starts_on', '<=', sql<string>`(now() at time zone 'Asia/Shanghai')::date`)
    .$if('kind' in of, (query) => query.where('organizations.kind', '=', 'kind' in of ? of.kind : ''))
    .$if('organizationId' in of, (query) => query.where('organizations.id', '=', 'organizationId' in of ? of.organizationId : ''))
    .$if(held.length > 0, (query) => query.where('office', 'in', held))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
