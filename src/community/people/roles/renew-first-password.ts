import { Missing, Refused } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { setTemporaryPassword } from '../sign-in/set-password.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { assertHeldHere } from './held-here.ts';

/**
 * A new password to hand over, for somebody who lost the first one before ever using it. Once they have connected their
 * authenticator, no colleague can open their account any more: that takes the operator at the machine. Asks for a step-up.
 */
export async function renewFirstPassword(
  viewer: Viewer,
  session: Session | null,
  communityId: number,
  personId: string,
  how?: How,
): Promise<{ username: string; password: string }> {
  requireStepUp(session, how?.now ?? (await databaseTime()));
  return perform({ actor: actorKey(viewer), verb: 'person.renew_password', input: null }, { now: how?.now }, async (act) => {
    await assertHeldHere(act.trx, viewer, communityId, personId);
    const person = await act.trx
      .selectFrom('people')
      .leftJoin('authenticators', 'authenticators.person_id', 'people.id')
      .leftJoin('passwords', 'passwords.person_id', 'people.id')
      .select(['people.username', 'authenticators.confirmed_at', 'passwords.temporary_until'])
      .where('people.id', '=', personId)
      .where('people.ended_at', 'is', null)
      .executeTakeFirst();
    if (!person?.username) throw new Missing();
    if (person.confirmed_at || !person.temporary_until) throw new Refused('person.has-entered');
    await recordSecurityEvent(act, { name: 'person.password_renewed', personId, actorId: viewer.personId, communityId });
    return { username: person.username, password: await setTemporaryPassword(act, personId) };
  });
}
