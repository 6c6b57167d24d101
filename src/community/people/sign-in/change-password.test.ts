import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { codeOf, fromSomewhere, makeEnrolled, password, sessionOf } from '#tests/account.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { findViewer } from '../sessions/find-viewer.ts';
import { changePassword } from './change-password.ts';
import { chooseFirstPassword } from './choose-first-password.ts';
import { findEnrolment } from './begin-enrolment.ts';
import { enterCode } from './enter-code.ts';
import { isPasswordOld } from './is-password-old.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { replaceAuthenticator } from './replace-authenticator.ts';
import { resetSignIn } from './reset-sign-in.ts';
import { signIn } from './sign-in.ts';

useDatabase();
const next = 'three herons by the gate';

describe('changePassword', () => {
  it('asks for the current one, refuses guessable ones, and ends every other session', async () => {
    const world = await makeWorld();
    const { viewer, session, token, username, secret } = await makeEnrolled(world);
    const half = await sessionOf((await signIn({ login: username, password }, fromSomewhere())).token);
    const elsewhere = (await enterCode(half, { code: codeOf(secret) })).token;
    await expect(changePassword(viewer, session, { current: 'wrong', next, again: next })).rejects.toThrow('password.current-wrong');
    const local = `${world.slug}${world.slug}`;
    await expect(changePassword(viewer, session, { current: password, next: local, again: local })).rejects.toThrow('password.too-common');
    await expect(changePassword(viewer, session, { current: password, next, again: 'other' })).rejects.toThrow('password.not-the-same');
    const renewed = await changePassword(viewer, session, { current: password, next, again: next });
    expect(await findViewer(elsewhere)).toBeNull();
    expect(await findViewer(token)).toBeNull();
    expect((await findViewer(renewed))?.viewer.kind).toBe('staff');
    await expect(signIn({ login: username, password }, fromSomewhere())).rejects.toThrow('sign-in.wrong');
    await expect(signIn({ login: username, password: next }, fromSomewhere())).resolves.toMatchObject({ next: 'code' });
  });
});

describe('the rule of passwords', () => {
  it('is NIST unless the operator chose the other: then ten characters of three kinds, and a change every 180 days', async () => {
    const { settings } = installation();
    const { viewer, session, personId } = await makeEnrolled(await makeWorld());
    const old = { changed_at: new Date(Date.now() - 181 * 86_400_000) };
    await database().updateTable('passwords').set(old).where('person_id', '=', personId).execute();
    expect(await isPasswordOld(viewer)).toBe(false);
    Object.assign(settings, { HUIYIN_PASSWORD_POLICY: 'dengbao' });
    try {
      expect(await isPasswordOld(viewer)).toBe(true);
      const change = (words: string) => changePassword(viewer, session, { current: password, next: words, again: words });
      await expect(change('nine slow heron boats')).rejects.toThrow('password.too-plain');
      await expect(change('Heron 9x')).rejects.toThrow('password.shorter-than-ten');
      await change('Heron9 boats');
      expect(await isPasswordOld(viewer)).toBe(false);
    } finally {
      Object.assign(settings, { HUIYIN_PASSWORD_POLICY: 'nist' });
    }
  });
});

describe('resetSignIn', () => {
  it('gives the operator a password that only opens the choice of a new one', async () => {
    const { username, token, codes } = await makeEnrolled(await makeWorld());
    const temporary = await resetSignIn(username);
    expect(await findViewer(token)).toBeNull();
    const { token: half, next: step } = await signIn(
      { login: username, password: temporary.toLowerCase().replaceAll('-', '') },
      fromSomewhere(),
    );
    expect(step).toBe('password');
    const session = await sessionOf(half);
    await expect(enterCode(session, { code: codes[0] ?? '' })).rejects.toThrow(Forbidden);
    const chosen = await chooseFirstPassword(session, { next, again: next });
    expect(chosen.next).toBe('enrol');
    expect(await findViewer(half)).toBeNull();
    expect(await findEnrolment(await sessionOf(chosen.token))).not.toBeNull();
    await expect(signIn({ login: username, password: temporary }, fromSomewhere())).rejects.toThrow('sign-in.wrong');
  });

  it('lets a handed-over password grow old', async () => {
    const { username, personId } = await makeEnrolled(await makeWorld());
    const temporary = await resetSignIn(username);
    await database()
      .updateTable('passwords')
      .set({ temporary_until: new Date(Date.now() - 1000) })
      .where('person_id', '=', personId)
      .execute();
    await expect(signIn({ login: username, password: temporary }, fromSomewhere())).rejects.toThrow('sign-in.wrong');
  });
});

describe('replaceAuthenticator and renewRecoveryCodes', () => {
  it('ask for a fresh proof; then the old authenticator and the old codes are worth nothing', async () => {
    const { viewer, session, username, secret, codes, personId } = await makeEnrolled(await makeWorld());
    const stale = session && { ...session, steppedUpAt: new Date(Date.now() - 6 * 60_000) };
    await expect(renewRecoveryCodes(viewer, stale)).rejects.toThrow('step-up.needed');
    await expect(replaceAuthenticator(viewer, stale)).rejects.toThrow('step-up.needed');
    const renewed = await renewRecoveryCodes(viewer, session);
    expect(renewed).toHaveLength(10);
    const half = async () => sessionOf((await signIn({ login: username, password }, fromSomewhere())).token);
    await expect(enterCode(await half(), { code: codes[0] ?? '' })).rejects.toThrow('sign-in.code-wrong');
    const token = await replaceAuthenticator(viewer, session);
    expect((await findViewer(token))?.viewer.kind).toBe('nobody');
    expect((await findEnrolment(await sessionOf(token)))?.secret).not.toBe(secret);
    const names = await database().selectFrom('security_events').select('name').where('person_id', '=', personId).execute();
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['authenticator.connected', 'recovery.renewed', 'authenticator.let_go']),
    );
  });
});
