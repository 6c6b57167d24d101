import { z } from 'zod';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { renewSession } from '../sessions/renew-session.ts';
import type { Session } from '../sessions/session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { line } from '../inputs.ts';
import { becomeFamiliar } from './familiar-place.ts';
import { takeRecoveryCode } from './recovery.ts';
import { personOf, stepOf } from './sign-in-step.ts';
import { takeCode } from './take-code.ts';

export const enterCodeInput = z.object({ code: line(40) });

/** `recoveryLeft`: how many recovery codes remain when one was used, else null. */
export type Entered = { token: string; recoveryLeft: number | null };

/**
 * The second proof: six digits of the authenticator, or a recovery code. The session becomes full under a new token. Five
 * wrong ones close it for a quarter of an hour, whatever session they come from.
 * Throws Invalid for a wrong or used code, TooMany, Forbidden when nobody is half signed in.
 */
export async function enterCode(session: Session | null, input: { code: string }, how?: How): Promise<Entered> {
  const personId = session?.assurance === 'first_factor' ? await personOf(database(), session) : null;
  if (!session || !personId) throw new Forbidden('sign-in.needed');
  await takeToken(codeBucket(personId), 5, 900);
  const entered = await perform({ actor: `session:${session.id}`, verb: 'sign_in.code', input: null }, { now: how?.now }, async (act) => {
    if ((await stepOf(act.trx, personId)) !== 'code') throw new Forbidden('sign-in.needed');
    const proof = await prove(act, personId, input.code);
    await recordSecurityEvent(act, { name: proof ? 'sign_in.done' : 'sign_in.failed', personId, data: { by: proof?.by ?? 'code' } });
    if (!proof) return null;
    if (proof.by === 'recovery') await recordSecurityEvent(act, { name: 'recovery.used', personId });
    await becomeFamiliar(act, session.id);
    return { token: await renewSession(act, session.id, 'full'), recoveryLeft: proof.left };
  });
  if (!entered) throw new Invalid([{ field: 'code', code: 'sign-in.code-wrong' }]);
  await giveTokenBack(codeBucket(personId));
  return entered;
}

/** Where wrong codes of a person are counted, at sign-in, step-up and enrolment together. */
export function codeBucket(personId: string): string {
  return `code:${personId}`;
}

/** Six digits are the app's; anything else can only be a recovery code. */
export async function prove(act: Act, personId: string, code: string): Promise<{ by: string; left: number | null } | null> {
  if (/^\s*(\d\s*){6}$/u.test(code.normalize('NFKC')))
    return (await takeCode(act, personId, code, true)) ? { by: 'totp', left: null } : null;
  const left = await takeRecoveryCode(act, personId, code);
  return left === null ? null : { by: 'recovery', left };
}
