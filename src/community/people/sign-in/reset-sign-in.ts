import { Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { setTemporaryPassword } from './set-password.ts';

/**
 * For the operator at the machine itself, when somebody lost password and authenticator: a one-time password in place of
 * both, all sessions and recovery codes ended, and a line in the security log. Throws Missing for an unknown username.
 */
export async function resetSignIn(username: string, how?: How): Promise<string> {
  return perform({ actor: 'operator', verb: 'sign_in.reset', input: null }, { now: how?.now }, async (act) => {
    const person = await act.trx
      .selectFrom('people')
      .select('id')
      .where('username', '=', username.trim().toLowerCase())
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!person) throw new Missing();
    await act.trx.deleteFrom('authenticators').where('person_id', '=', person.id).execute();
    await act.trx.deleteFrom('recovery_codes').where('person_id', '=', person.id).execute();
    const ended = await endSessionsOf(act, person.id);
    await recordSecurityEvent(act, { name: 'sign_in.reset_by_operator', personId: person.id, actorId: null, data: { ended } });
    return setTemporaryPassword(act, person.id);
  });
}
