import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';

export type ModuleState = { on: boolean; reason: string | null; since: Date | null };

/**
 * Whether the Party-organisation module is on here; it is until somebody switches it off [decided]. The core (voices,
 * meetings, delegation, disclosure) works either way; the step STUDIED stays, as an act of outside [law RC 30].
 */
export async function findPartyModule(communityId: number): Promise<ModuleState> {
  return stateOf(database(), communityId);
}

export async function isPartyModuleOn(db: Kysely<DB>, communityId: number): Promise<boolean> {
  return (await stateOf(db, communityId)).on;
}

async function stateOf(db: Kysely<DB>, communityId: number): Promise<ModuleState> {
  const row = await db
    .selectFrom('module_switches')
    .select(['state', 'reason', 'switched_at'])
    .where('community_id', '=', communityId)
    .where('module', '=', 'party_organization')
    .orderBy('switched_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { on: row?.state !== 'off', reason: row?.reason ?? null, since: row?.switched_at ?? null };
}
