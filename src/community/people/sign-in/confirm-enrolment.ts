import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { renewSession } from '../sessions/renew-session.ts';
import type { Session } from '../sessions/session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { codeBucket } from './enter-code.ts';
import { becomeFamiliar } from './familiar-place.ts';
import { newRecoveryCodes } from './recovery.ts';
import { personOf, stepOf } from './sign-in-step.ts';
import { takeCode } from './take-code.ts';

/**
 * Connects the authenticator by its first code, makes the session full under a new token, and hands out ten recovery
 * codes that are shown this once. Throws Invalid for a wrong code, TooMany, Forbidden when it isn't the time for it.
 */
export async function confirmEnrolment(
  session: Session | null,
  input: { code: string },
  how?: How,
): Promise<{ token: string; codes: string[] }> {
  const personId = session?.assurance === 'first_factor' ? await personOf(database(), session) : null;
  if (!session || !personId) throw new Forbidden('sign-in.needed');
  await takeToken(codeBucket(personId), 5, 900);
  const done = await perform({ actor: `session:${session.id}`, verb: 'sign_in.enrol', input: null }, { now: how?.now }, async (act) => {
    if ((await stepOf(act.trx, personId)) !== 'enrol') throw new Forbidden('sign-in.needed');
    if (!(await takeCode(act, personId, input.code, false))) return null;
    await act.trx.updateTable('authenticators').set({ confirmed_at: act.now }).where('person_id', '=', personId).execute();
    await recordSecurityEvent(act, { name: 'authenticator.connected', personId });
    await recordSecurityEvent(act, { name: 'sign_in.done', personId, data: { by: 'totp' } });
    await becomeFamiliar(act, session.id);
    return { codes: await newRecoveryCodes(act, personId), token: await renewSession(act, session.id, 'full') };
  });
  if (!done) throw new Invalid([{ field: 'code', code: 'sign-in.code-wrong' }]);
  await giveTokenBack(codeBucket(personId));
  return done;
}
