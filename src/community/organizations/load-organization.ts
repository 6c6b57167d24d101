import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { OrganizationKind, PartyLevel } from './organization.ts';

export type OrganizationRef = { communityId: number; id: string };
/** As the commands need it. */
export type Organization = OrganizationRef & { kind: OrganizationKind; level: PartyLevel | null; name: string; ended: boolean };

/** For a command: locks the organization and reads it. Throws Missing. */
export async function reachOrganization({ trx }: Act, ref: OrganizationRef): Promise<Organization> {
  const organization = await loadOrganization(trx, ref, true);
  if (!organization) throw new Missing();
  return organization;
}

export async function loadOrganization(db: Kysely<DB>, { communityId, id }: OrganizationRef, lock = false): Promise<Organization | null> {
  if (!isId(id)) return null;
  const row = await db
    .selectFrom('organizations')
    .select(['id', 'kind', 'level', 'name', 'ended_at as endedAt'])
    .$narrowType<{ kind: OrganizationKind; level: PartyLevel | null }>()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return null;
  const { endedAt, ...rest } = row;
  return { communityId, ...rest, ended: endedAt !== null };
}
