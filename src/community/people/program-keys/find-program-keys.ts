import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';
import { mayKeepProgramKeys } from './issue-program-key.ts';

export type ProgramKey = { id: string; name: string; issuedAt: Date; issuedBy: string | null; lastUsedAt: Date | null };

/** The keys that still open something, newest first; never the keys themselves. For the administrator. Throws Forbidden. */
export async function findProgramKeys(viewer: Viewer, communityId: number): Promise<ProgramKey[]> {
  if (!mayKeepProgramKeys(viewer, communityId)) throw new Forbidden();
  return database()
    .selectFrom('program_keys')
    .leftJoin('people', 'people.id', 'program_keys.issued_by')
    .select(['program_keys.id', 'program_keys.name', 'issued_at as issuedAt', 'people.name as issuedBy', 'last_used_at as lastUsedAt'])
    .where('community_id', '=', communityId)
    .where('program_keys.ended_at', 'is', null)
    .orderBy('issued_at', 'desc')
    .orderBy('program_keys.id', 'desc')
    .execute();
}
