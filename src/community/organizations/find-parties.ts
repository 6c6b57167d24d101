import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';
import { isPartyModuleOn } from './find-module.ts';
import type { OrganizationKind } from './organization.ts';

export type Party = { id: string; organizationId: string; kind: OrganizationKind; name: string; nameEn: string | null; duty: string };

/**
 * The parties of the joint meeting in their order. While the Party-organisation module is off it isn't among them, and the
 * residents' committee comes first in its place [decided].
 */
export async function findParties(communityId: number): Promise<Party[]> {
  return partiesOf(database(), communityId);
}

export async function partiesOf(db: Kysely<DB>, communityId: number): Promise<Party[]> {
  const rows = await db
    .selectFrom('joint_parties')
    .innerJoin('organizations', (join) =>
      join
        .onRef('organizations.community_id', '=', 'joint_parties.community_id')
        .onRef('organizations.id', '=', 'joint_parties.organization_id'),
    )
    .select(['joint_parties.id', 'organization_id as organizationId', 'kind', 'name', 'name_en as nameEn', 'duty'])
    .$narrowType<{ kind: OrganizationKind }>()
    .where('joint_parties.community_id', '=', communityId)
    .where('joint_parties.ended_at', 'is', null)
    .where('organizations.ended_at', 'is', null)
    .orderBy('sort')
    .execute();
  if (await isPartyModuleOn(db, communityId)) return rows;
  const others = rows.filter(({ kind }) => kind !== 'party_organization');
  return others.toSorted((a, b) => Number(b.kind === 'residents_committee') - Number(a.kind === 'residents_committee'));
}
