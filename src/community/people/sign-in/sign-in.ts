import { z } from 'zod';
import { dummyVerify, plainCode, verifyPassword } from '#foundation/secrets/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { openSession } from '../sessions/open-session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { line, password } from '../inputs.ts';
import { beginEnrolment } from './begin-enrolment.ts';
import { isFamiliar, placeOf } from './familiar-place.ts';
import { stepOf, type SignInStep } from './sign-in-step.ts';
import { findAccount, type Account, type From } from './whom.ts';

export const signInInput = z.object({ login: line(64), password });
export type SignIn = z.infer<typeof signInInput>;

/**
 * The first proof of somebody who works here: username or phone, and password. Opens a session that reaches nothing but
 * the second proof. An unknown, a disabled and a mistyped account are answered alike and in the same time (ASVS 6.3.8);
 * five wrong tries from one place have to wait a quarter of an hour. Fifty wrong tries in an hour from places the account
 * was never used from close it to such places only: an outsider can't lock its owner out. Throws Invalid or TooMany.
 */
export async function signIn(input: SignIn, from: From): Promise<{ token: string; next: SignInStep }> {
  await takeToken(`sign-in:${from.address}`, 60, 900);
  const login = input.login.normalize('NFKC').toLowerCase();
  const buckets = [`sign-in:${from.address}:${login}`, `sign-in:storm:${login}`] as const;
  await takeToken(buckets[0], 5, 900);
  const account = await findAccount(database(), input.login);
  const place = placeOf(account?.id ?? null, from.address);
  const familiar = await isFamiliar(database(), account?.id ?? null, place);
  if (!familiar) await takeToken(buckets[1], 50, 3600).catch((error: unknown) => tellOfStorm(account, error));
  const right = await isRight(account, input.password);
  const entered = await perform({ actor: 'door', verb: 'sign_in', input: null }, undefined, async (act) => {
    const enters = right && account && account.mayEnter && !(account.temporaryUntil && account.temporaryUntil < act.now);
    if (!enters) {
      await recordSecurityEvent(act, { name: 'sign_in.failed', personId: account?.id ?? null, actorId: null, data: { by: 'password' } });
      return null;
    }
    const next = await stepOf(act.trx, account.id);
    if (next !== 'code') await beginEnrolment(act, account.id);
    await recordSecurityEvent(act, { name: 'sign_in.password_right', personId: account.id });
    const token = await openSession(act.trx, {
      kind: 'staff',
      assurance: 'first_factor',
      personId: account.id,
      device: from.device,
      place,
      now: act.now,
    });
    return { token, next };
  });
  // Thrown only now: the failure itself must stay written down.
  if (!entered) throw new Invalid([{ field: 'password', code: 'sign-in.wrong' }]);
  await Promise.all((familiar ? buckets.slice(0, 1) : buckets).map(giveTokenBack));
  return entered;
}

/** The first time in an hour it is written down, so that the owner sees it; then whoever guesses waits like before. */
async function tellOfStorm(account: Account | null, error: unknown): Promise<never> {
  const first = await takeToken(`sign-in:storm-told:${account?.id ?? ''}`, 1, 3600).then(
    () => true,
    () => false,
  );
  if (first && account) {
    await perform({ actor: 'door', verb: 'sign_in.storm', input: null }, undefined, async (act) => {
      await recordSecurityEvent(act, { name: 'sign_in.storm', personId: account.id, actorId: null });
      return null;
    });
  }
  throw error;
}

/** A password from paper is read as its code was drawn, whatever the case and dashes it was typed with. */
async function isRight(account: Account | null, typed: string): Promise<boolean> {
  if (!account?.hash) return dummyVerify(typed);
  return verifyPassword(account.temporaryUntil ? plainCode(typed) : typed, account.hash);
}
