import { randomBytes } from 'node:crypto';
import { TOTP } from 'otpauth';
import { database } from '#foundation/server/database.ts';
import { hashPassword } from '#foundation/secrets/index.ts';
import {
  confirmEnrolment,
  findEnrolment,
  findViewer,
  signIn,
  type From,
  type RoleName,
  type Session,
  type Viewer,
} from '#community/people/index.ts';
import { makePerson, type World } from './world.ts';

// Builders for tests at the door: accounts with a password, and the telephone that shows their codes.

export const password = 'seven quiet lanterns';

/** An address nobody else in the test comes from, so that limits never meet. */
export function fromSomewhere(): From {
  return { address: randomBytes(9).toString('base64url'), device: 'Test' };
}

/** The six digits an authenticator shows, `steps` of 30 s from now. */
export function codeOf(secret: string, steps = 0, at = Date.now()): string {
  return new TOTP({ secret: secret.replaceAll(' ', ''), issuer: 'Huiyin' }).generate({ timestamp: at + steps * 30_000 });
}

/** A person with a role, a username and the password above, without an authenticator yet. */
export async function makeAccount(
  world: World,
  role: RoleName = 'community_worker',
): Promise<{ viewer: Viewer; personId: string; username: string }> {
  const viewer = await makePerson(world, role);
  const personId = viewer.personId ?? '';
  const username = `u${randomBytes(5).toString('hex')}`;
  await database().updateTable('people').set({ username }).where('id', '=', personId).execute();
  await database()
    .insertInto('passwords')
    .values({ person_id: personId, hash: await hashPassword(password) })
    .execute();
  return { viewer, personId, username };
}

export async function sessionOf(token: string): Promise<Session | null> {
  return (await findViewer(token))?.session ?? null;
}

/** An account that has connected its authenticator, signed in with it just now. */
export async function makeEnrolled(world: World, role: RoleName = 'community_worker') {
  const account = await makeAccount(world, role);
  const first = await sessionOf((await signIn({ login: account.username, password }, fromSomewhere())).token);
  const secret = (await findEnrolment(first))?.secret ?? '';
  const { token, codes } = await confirmEnrolment(first, { code: codeOf(secret, -1) });
  return { ...account, secret, token, codes, session: await sessionOf(token) };
}

/** A session as fresh as the one of somebody who has just shown their code; for rules that only look at it. */
export function freshSession(now: Date = new Date()): Session {
  return { id: '00000000-0000-7000-8000-000000000000', kind: 'staff', assurance: 'full', steppedUpAt: now };
}
