import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { codeOf, fromSomewhere, makeAccount, makeEnrolled, password, sessionOf } from '#tests/account.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Invalid, TooMany } from '#foundation/refusal.ts';
import { findViewer } from '../sessions/find-viewer.ts';
import { confirmEnrolment } from './confirm-enrolment.ts';
import { enterCode } from './enter-code.ts';
import { signIn } from './sign-in.ts';

useDatabase();

async function halfWay(username: string) {
  const { token } = await signIn({ login: username, password }, fromSomewhere());
  return { token, session: await sessionOf(token) };
}

describe('enterCode', () => {
  it('makes the session full under a new token; the old one opens nothing', async () => {
    const { username, secret, personId } = await makeEnrolled(await makeWorld());
    const half = await halfWay(username);
    const { token } = await enterCode(half.session, { code: codeOf(secret) });
    expect(await findViewer(half.token)).toBeNull();
    expect((await findViewer(token))?.viewer).toMatchObject({ kind: 'staff', personId });
    expect((await findViewer(token))?.session.steppedUpAt).toBeInstanceOf(Date);
  });

  it('takes a code once, also when it is sent twice at the same moment', async () => {
    const { username, secret } = await makeEnrolled(await makeWorld());
    const [one, other] = [await halfWay(username), await halfWay(username)];
    const code = codeOf(secret);
    const tries = await Promise.allSettled([enterCode(one.session, { code }), enterCode(other.session, { code })]);
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(tries.find((result) => result.status === 'rejected')?.reason).toBeInstanceOf(Invalid);
  });

  it('takes each recovery code once, however it is typed, and says how many are left', async () => {
    const { username, codes } = await makeEnrolled(await makeWorld());
    const code = codes[3] ?? '';
    const entered = await enterCode((await halfWay(username)).session, { code: ` ${code.toLowerCase().replace('-', ' ')} ` });
    expect(entered.recoveryLeft).toBe(9);
    await expect(enterCode((await halfWay(username)).session, { code })).rejects.toThrow(Invalid);
    const stored = await database().selectFrom('recovery_codes').select('hash').execute();
    expect(stored.every(({ hash }) => hash.startsWith('$argon2id$'))).toBe(true);
  });

  it('limits guesses per person, whatever session they come from', async () => {
    const { username } = await makeEnrolled(await makeWorld());
    for (let tries = 0; tries < 5; tries++) {
      await expect(enterCode((await halfWay(username)).session, { code: '000000' })).rejects.toThrow(Invalid);
    }
    await expect(enterCode((await halfWay(username)).session, { code: '000000' })).rejects.toThrow(TooMany);
  });

  it('is refused to nobody, to a full session, and before an authenticator is connected', async () => {
    const { session, secret } = await makeEnrolled(await makeWorld());
    await expect(enterCode(null, { code: '000000' })).rejects.toThrow(Forbidden);
    await expect(enterCode(session, { code: codeOf(secret) })).rejects.toThrow(Forbidden);
    const { username } = await makeAccount(await makeWorld());
    await expect(enterCode((await halfWay(username)).session, { code: '000000' })).rejects.toThrow(Forbidden);
  });
});

describe('confirmEnrolment', () => {
  it('hands out ten recovery codes, keeps the secret sealed, and cannot be done again over a connected authenticator', async () => {
    const { codes, secret, username, personId } = await makeEnrolled(await makeWorld());
    expect(new Set(codes).size).toBe(10);
    const stored = await database()
      .selectFrom('authenticators')
      .select('secret')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    expect(stored.secret).not.toContain(secret.replaceAll(' ', ''));
    await expect(confirmEnrolment((await halfWay(username)).session, { code: codeOf(secret, 1) })).rejects.toThrow(Forbidden);
  });

  it('refuses a wrong first code and stays half signed in', async () => {
    const { username } = await makeAccount(await makeWorld());
    const { session, token } = await halfWay(username);
    await expect(confirmEnrolment(session, { code: '000000' })).rejects.toThrow(Invalid);
    expect((await findViewer(token))?.session.assurance).toBe('first_factor');
  });
});
