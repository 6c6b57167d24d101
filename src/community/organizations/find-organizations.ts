import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { isPartyModuleOn } from './find-module.ts';
import type { LeadMode, OrganizationKind, PartyLevel } from './organization.ts';

/** `members`: how many belong to it today; `filedOn`: when it was last filed with the street. */
export type OrganizationRow = {
  id: string;
  kind: OrganizationKind;
  level: PartyLevel | null;
  parentId: string | null;
  name: string;
  nameEn: string | null;
  purpose: string | null;
  capacity: string | null;
  leadMode: LeadMode;
  phone: string | null;
  members: number;
  filedOn: string | null;
};

/** Everything in the register that exists today, by kind and name; without the Party organisation while that is switched off. */
export async function findOrganizations(communityId: number, ...kinds: OrganizationKind[]): Promise<OrganizationRow[]> {
  const rows = await registered(database(), communityId)
    .$if(kinds.length > 0, (query) => query.where('kind', 'in', kinds))
    .orderBy('kind')
    .orderBy(sql`array_position(array['general_branch','branch','group'], level)`)
    .orderBy('name')
    .execute();
  return (await isPartyModuleOn(database(), communityId)) ? rows : rows.filter(({ kind }) => kind !== 'party_organization');
}

/** One of them. Throws Missing. */
export async function findOrganization(communityId: number, id: string): Promise<OrganizationRow> {
  const row = isId(id) ? await registered(database(), communityId).where('organizations.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new Missing();
  return row;
}

function registered(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('organizations')
    .select((eb) => [
      'organizations.id',
      'kind',
      'level',
      'parent_id as parentId',
      'name',
      'name_en as nameEn',
      'purpose',
      'capacity',
      'lead_mode as leadMode',
      'phone',
      eb
        .selectFrom('memberships')
        .select((count) => count.fn.countAll<number>().as('members'))
        .whereRef('memberships.community_id', '=', 'organizations.community_id')
        .whereRef('memberships.organization_id', '=', 'organizations.id')
        .where('memberships.ended_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('members'),
      sql<string | null>`(select to_char(max(filed_on), 'YYYY-MM-DD') from organization_filings f
        where f.community_id = organizations.community_id and f.organization_id = organizations.id)`.as('filedOn'),
    ])
    .$narrowType<{ kind: OrganizationKind; level: PartyLevel | null; leadMode: LeadMode }>()
    .where('organizations.community_id', '=', communityId)
    .where('organizations.ended_at', 'is', null);
}
