import { z } from 'zod';
import { hashPassword } from '#foundation/secrets/index.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { renewSession } from '../sessions/renew-session.ts';
import type { Session } from '../sessions/session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { password } from '../inputs.ts';
import { assertPassword, setPassword } from './set-password.ts';
import { personOf, stepOf, type SignInStep } from './sign-in-step.ts';

export const chooseFirstPasswordInput = z.object({ next: password, again: password });
export type ChooseFirstPassword = z.infer<typeof chooseFirstPasswordInput>;

/**
 * In place of the password handed over on paper, before anything else opens. The session stays at its first factor, under
 * a new token. Throws Invalid for a password that may not be chosen, Forbidden when it isn't the time for it.
 */
export async function chooseFirstPassword(
  session: Session | null,
  input: ChooseFirstPassword,
  how?: How,
): Promise<{ token: string; next: SignInStep }> {
  const personId = session?.assurance === 'first_factor' ? await personOf(database(), session) : null;
  if (!session || !personId || (await stepOf(database(), personId)) !== 'password') throw new Forbidden('sign-in.needed');
  await assertPassword(personId, input.next);
  if (input.next !== input.again) throw new Invalid([{ field: 'again', code: 'password.not-the-same' }]);
  const hash = await hashPassword(input.next);
  return perform({ actor: `session:${session.id}`, verb: 'password.choose_first', input: null }, { now: how?.now }, async (act) => {
    await setPassword(act, personId, hash);
    await recordSecurityEvent(act, { name: 'password.changed', personId, data: { first: true } });
    return { token: await renewSession(act, session.id, 'first_factor'), next: await stepOf(act.trx, personId) };
  });
}
