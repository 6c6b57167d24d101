import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { fromSomewhere, sessionOf } from '#tests/account.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Missing } from '#foundation/refusal.ts';
import { findViewer } from '../sessions/find-viewer.ts';
import { findSignInStep } from '../sign-in/sign-in-step.ts';
import { findDemoCast, signInAsDemo } from '../sign-in/demo-cast.ts';
import { findInstallation } from './find-installation.ts';
import { installCommunity, installCommunityInput, isEmptyInstallation } from './install-community.ts';

useDatabase();
const typed = {
  district: 'Lake District',
  street: 'Heron Street',
  community: 'Reed Bank',
  slug: 'Reed-Bank',
  phone: '000-1234567',
  officeHours: '9–17',
  name: 'Lin',
  username: 'lin',
  next: 'three herons by the gate',
  again: 'three herons by the gate',
};
const input = installCommunityInput.parse(typed);

// One after the other on one database: an installation is set up once.
describe('installCommunity', () => {
  it('refuses a guessable or mistyped password and leaves the installation empty', async () => {
    await expect(installCommunity({ ...input, next: 'reed-bank-reed-bank' }, fromSomewhere())).rejects.toThrow('password.too-common');
    await expect(installCommunity({ ...input, again: 'other' }, fromSomewhere())).rejects.toThrow('password.not-the-same');
    expect(installCommunityInput.safeParse({ ...typed, slug: 'no spaces' }).success).toBe(false);
    expect(await isEmptyInstallation()).toBe(true);
  });

  it('sets up once, also when two do it at the same moment, and leads to the authenticator', async () => {
    const tries = await Promise.allSettled([1, 2, 3].map(() => installCommunity(input, fromSomewhere())));
    const done = tries.filter((one) => one.status === 'fulfilled');
    expect(done).toHaveLength(1);
    expect(tries.filter((one) => one.status === 'rejected').every((one) => one.reason instanceof Missing)).toBe(true);
    const token = done[0]?.value.token ?? '';
    expect((await findViewer(token))?.viewer.kind).toBe('nobody');
    expect(await findSignInStep(await sessionOf(token))).toBe('enrol');
    const roles = await database().selectFrom('roles').select('role').orderBy('role').execute();
    expect(roles.map(({ role }) => role)).toEqual(['administrator', 'community_secretary']);
    expect((await findInstallation())?.kind).toBe('real');
    expect(await isEmptyInstallation()).toBe(false);
    await expect(installCommunity({ ...input, slug: 'second' }, fromSomewhere())).rejects.toThrow(Missing);
  });
});

describe('signInAsDemo', () => {
  it('is unknown to a real installation, which lists nobody either', async () => {
    const { worker } = await makeWorld();
    expect(await findDemoCast('staff')).toEqual([]);
    await expect(signInAsDemo(worker.personId ?? '', 'staff', fromSomewhere())).rejects.toThrow(Missing);
  });

  it('plays anybody of the cast in the demo town', async () => {
    await database().updateTable('installations').set({ kind: 'demo' }).execute();
    const { worker } = await makeWorld();
    expect((await findDemoCast('staff')).map(({ personId }) => personId)).toContain(worker.personId);
    const token = await signInAsDemo(worker.personId ?? '', 'staff', fromSomewhere());
    expect((await findViewer(token))?.viewer).toMatchObject({ kind: 'staff', personId: worker.personId });
    await expect(signInAsDemo(worker.personId ?? '', 'resident', fromSomewhere())).rejects.toThrow('access.not-yours');
  });
});
