import { Forbidden } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { renewSession } from '../sessions/renew-session.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { beginEnrolment } from './begin-enrolment.ts';

/**
 * A new telephone: lets go of the connected authenticator and leads back to connecting one. The session falls to its
 * first factor under a new token (returned) until that is done. Throws Forbidden (`step-up.needed`).
 */
export async function replaceAuthenticator(viewer: Viewer, session: Session | null, how?: How): Promise<string> {
  const personId = viewer.personId;
  requireStepUp(session, how?.now ?? (await databaseTime()));
  if (!personId || !session) throw new Forbidden('sign-in.needed');
  return perform({ actor: actorKey(viewer), verb: 'authenticator.replace', input: null }, { now: how?.now }, async (act) => {
    await act.trx.deleteFrom('authenticators').where('person_id', '=', personId).execute();
    await beginEnrolment(act, personId);
    await recordSecurityEvent(act, { name: 'authenticator.let_go', personId });
    return renewSession(act, session.id, 'first_factor');
  });
}
