import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Signer } from './meeting-kind.ts';

/** How many could sign: what a share of them is taken from. Of residents, those the house knows. */
export async function countBase(db: Kysely<DB>, communityId: number, signer: Signer): Promise<number> {
  const { rows } = await sql<{ base: number }>`select count(*)::int as base from (${baseOf(communityId, signer)}) them`.execute(db);
  return rows[0]?.base ?? 0;
}

function baseOf(communityId: number, signer: Signer): RawBuilder<unknown> {
  switch (signer) {
    case 'households':
      return sql`select id from places where community_id = ${communityId} and level = 'household' and ended_at is null`;
    case 'representatives':
      return sql`select distinct s.person_id from memberships s join organizations o on o.community_id = s.community_id
        and o.id = s.organization_id where s.community_id = ${communityId} and o.kind = 'residents_representatives'
        and o.ended_at is null and s.ended_at is null`;
    case 'chiefs':
      return sql`select distinct person_id from roles where community_id = ${communityId} and role = 'building_chief' and ended_at is null`;
    case 'parties':
      return sql`select id from joint_parties where community_id = ${communityId} and ended_at is null`;
    default:
      return sql`select distinct person_id from roles where community_id = ${communityId} and role = 'resident' and ended_at is null`;
  }
}

/** By what right somebody signs: `placeId` where the household counts. Null: by the register they don't. */
export async function findSigning(
  db: Kysely<DB>,
  { personId }: Viewer,
  communityId: number,
  signer: Signer,
): Promise<{ placeId: string | null } | null> {
  if (personId === null) return null;
  const { rows } = await sql<{ placeId: string | null }>`${signingOf(communityId, personId, signer)} limit 1`.execute(db);
  return rows[0] ?? null;
}

function signingOf(communityId: number, personId: string, signer: Signer): RawBuilder<unknown> {
  const role = (name: string) => sql`select null::uuid as "placeId" from roles where community_id = ${communityId} and role = ${name}
    and person_id = ${personId}::uuid and ended_at is null`;
  switch (signer) {
    case 'households':
      return sql`select r.place_id as "placeId" from roles r join places p on p.community_id = r.community_id and p.id = r.place_id
        and p.level = 'household' where r.community_id = ${communityId} and r.role = 'resident' and r.person_id = ${personId}::uuid
        and r.ended_at is null`;
    case 'representatives':
      return sql`select null::uuid as "placeId" from memberships s join organizations o on o.community_id = s.community_id
        and o.id = s.organization_id where s.community_id = ${communityId} and o.kind = 'residents_representatives'
        and s.person_id = ${personId}::uuid and s.ended_at is null`;
    case 'chiefs':
      return role('building_chief');
    case 'parties':
      return sql`select null::uuid as "placeId" from joint_parties p join memberships s on s.community_id = p.community_id
        and s.organization_id = p.organization_id and s.ended_at is null and s.office <> 'member'
        where p.community_id = ${communityId} and p.ended_at is null and s.person_id = ${personId}::uuid`;
    default:
      return role('resident');
  }
}
