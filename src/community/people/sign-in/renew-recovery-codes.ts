import { Forbidden } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { newRecoveryCodes } from './recovery.ts';

/** Ten new recovery codes, shown this once; the old ones stop working. Throws Forbidden (`step-up.needed`). */
export async function renewRecoveryCodes(viewer: Viewer, session: Session | null, how?: How): Promise<string[]> {
  const personId = viewer.personId;
  if (!personId) throw new Forbidden('sign-in.needed');
  requireStepUp(session, how?.now ?? (await databaseTime()));
  return perform({ actor: actorKey(viewer), verb: 'recovery.renew', input: null }, { now: how?.now }, async (act) => {
    await recordSecurityEvent(act, { name: 'recovery.renewed', personId });
    return newRecoveryCodes(act, personId);
  });
}
