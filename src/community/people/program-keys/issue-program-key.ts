import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { hashToken, newSessionToken } from '#foundation/secrets/index.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { line } from '../inputs.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { actorKey, hasRole, type Viewer } from '../viewer.ts';

/** Stands before every key, so that one left lying in a file is recognised. */
const prefix = 'huiyin_app_';

export const issueProgramKeyInput = z.object({ name: line(60) });
export type IssueProgramKey = z.infer<typeof issueProgramKeyInput>;

/**
 * Makes a key with which a program may bring requests to this community (Open311), shown this once. It opens nothing
 * else. The administrator's; asks for a step-up. Throws Forbidden.
 */
export async function issueProgramKey(
  viewer: Viewer,
  session: Session | null,
  communityId: number,
  input: IssueProgramKey,
  how?: How,
): Promise<{ id: string; key: string }> {
  if (!mayKeepProgramKeys(viewer, communityId)) throw new Forbidden();
  requireStepUp(session, how?.now ?? (await databaseTime()));
  const key = prefix + newSessionToken().token;
  // Never with the intent's key: a remembered answer would be a second copy of this one.
  const made = await perform({ actor: actorKey(viewer), verb: 'program_key.issue', input: null }, { now: how?.now }, async (act) => {
    const id = newId(act.now);
    await act.trx
      .insertInto('program_keys')
      .values({ community_id: communityId, id, name: input.name, key_hash: hashToken(key), issued_at: act.now, issued_by: viewer.personId })
      .execute();
    await recordSecurityEvent(act, { name: 'key.issued', actorId: viewer.personId, communityId, data: { keyId: id } });
    return { id };
  });
  return { ...made, key };
}

export function mayKeepProgramKeys(viewer: Viewer, communityId: number): boolean {
  return viewer.kind === 'staff' && hasRole(viewer, communityId, 'administrator');
}
