import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { isDemo } from '../set-up/find-installation.ts';
import { codeBucket, prove } from '../sign-in/enter-code.ts';
import { personOf } from '../sign-in/sign-in-step.ts';
import { renewSession } from './renew-session.ts';
import type { Session } from './session.ts';

/**
 * Proves once more who sits at the screen, by a fresh code; for five minutes the session may then give roles and make
 * tokens. Returns the session's new token. In the demo town nobody carries an authenticator, so there asking is enough.
 * Throws Invalid for a wrong code, TooMany, Forbidden without a full staff session.
 */
export async function stepUp(session: Session | null, input: { code: string }, how?: How): Promise<string> {
  const personId = session?.kind === 'staff' && session.assurance === 'full' ? await personOf(database(), session) : null;
  if (!session || !personId) throw new Forbidden('sign-in.needed');
  await takeToken(codeBucket(personId), 5, 900);
  const token = await perform({ actor: `session:${session.id}`, verb: 'session.step_up', input: null }, { now: how?.now }, async (act) => {
    const proof = (await isDemo(act.trx)) ? { by: 'demo' } : await prove(act, personId, input.code);
    await recordSecurityEvent(act, { name: proof ? 'step_up.done' : 'step_up.failed', personId, data: { by: proof?.by ?? 'code' } });
    return proof ? renewSession(act, session.id, 'full') : null;
  });
  if (token === null) throw new Invalid([{ field: 'code', code: 'sign-in.code-wrong' }]);
  await giveTokenBack(codeBucket(personId));
  return token;
}
