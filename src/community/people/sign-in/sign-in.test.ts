import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { fromSomewhere, makeAccount, makeEnrolled, password, sessionOf } from '#tests/account.ts';
import { makeWorld, givePhone } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Invalid, TooMany } from '#foundation/refusal.ts';
import { findViewer } from '../sessions/find-viewer.ts';
import { signIn } from './sign-in.ts';

useDatabase();

describe('signIn', () => {
  it('opens a session that reaches nothing before the second proof', async () => {
    const { username } = await makeAccount(await makeWorld());
    const { token, next } = await signIn({ login: username.toUpperCase(), password }, fromSomewhere());
    expect(next).toBe('enrol');
    const signedIn = await findViewer(token);
    expect(signedIn?.viewer).toMatchObject({ kind: 'nobody', personId: null, grants: [] });
    expect(signedIn?.session.assurance).toBe('first_factor');
  });

  it('takes the phone number in place of the username, and asks for the code once an authenticator is connected', async () => {
    const { personId } = await makeEnrolled(await makeWorld());
    const number = `0001${Date.now().toString().slice(-7)}`;
    await givePhone({ personId }, number);
    const { next } = await signIn({ login: `${number.slice(0, 3)} ${number.slice(3)}`, password }, fromSomewhere());
    expect(next).toBe('code');
  });

  it('answers unknown, disabled, password-less and mistyped alike, and writes each failure down', async () => {
    const world = await makeWorld();
    const known = await makeAccount(world);
    const closed = await makeAccount(world);
    await database().updateTable('people').set({ ended_at: new Date() }).where('id', '=', closed.personId).execute();
    const tries = [
      ['nobody-of-that-name', password],
      [closed.username, password],
      [known.username, 'wrong'],
      ['00012345678', 'x'],
    ] as const;
    for (const [login, typed] of tries) {
      const refused = await signIn({ login, password: typed }, fromSomewhere()).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(Invalid);
      expect(refused).toMatchObject({ problems: [{ field: 'password', code: 'sign-in.wrong' }] });
    }
    const events = await database().selectFrom('security_events').select('name').where('person_id', '=', known.personId).execute();
    expect(events).toEqual([{ name: 'sign_in.failed' }]);
  });

  it('makes whoever tries too often wait, but never locks the account for others', async () => {
    const { username } = await makeAccount(await makeWorld());
    const attacker = fromSomewhere();
    for (let tries = 0; tries < 10; tries++) await signIn({ login: username, password: 'wrong' }, attacker).catch(() => {});
    await expect(signIn({ login: username, password }, attacker)).rejects.toThrow(TooMany);
    await expect(signIn({ login: username, password }, fromSomewhere())).resolves.toMatchObject({ next: 'enrol' });
  });

  it('keeps the half-open door open for a quarter of an hour only', async () => {
    const { username } = await makeAccount(await makeWorld());
    const { token } = await signIn({ login: username, password }, fromSomewhere());
    const session = await sessionOf(token);
    const { absolute_until, created_at } = await database()
      .selectFrom('sessions')
      .select(['absolute_until', 'created_at'])
      .where('id', '=', session?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(absolute_until.getTime() - created_at.getTime()).toBe(15 * 60_000);
  });
});
