import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { freshSession, fromSomewhere, makeEnrolled, sessionOf } from '#tests/account.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { findViewer } from '../sessions/find-viewer.ts';
import { chooseFirstPassword } from '../sign-in/choose-first-password.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { findGrants } from '../find-grants.ts';
import type { Viewer } from '../viewer.ts';
import { disablePerson } from './disable-person.ts';
import { enablePerson } from './enable-person.ts';
import { endRole } from './end-role.ts';
import { findPeople } from './find-people.ts';
import { findPerson } from './find-person.ts';
import { findRoleChoices } from './find-role-choices.ts';
import { giveRole } from './give-role.ts';
import { invitePerson, invitePersonInput } from './invite-person.ts';
import { renewFirstPassword } from './renew-first-password.ts';

useDatabase();
const idOf = (viewer: Viewer) => viewer.personId ?? '';

async function newcomer(): Promise<string> {
  const personId = newId();
  await database().insertInto('people').values({ id: personId, name: 'Newcomer' }).execute();
  return personId;
}

async function withAdministrator(): Promise<World & { administrator: Viewer }> {
  const world = await makeWorld();
  return { ...world, administrator: await makePerson(world, 'administrator', 'Administrator') };
}

async function events(personId: string): Promise<string[]> {
  const rows = await database()
    .selectFrom('security_events')
    .select('name')
    .where('person_id', '=', personId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ name }) => name);
}

describe('giveRole', () => {
  it('works from the next request on, and is written down', async () => {
    const { secretary, communityId } = await makeWorld();
    const personId = await newcomer();
    await giveRole(secretary, freshSession(), communityId, { personId, role: 'community_worker' });
    expect(await findGrants(personId, new Date())).toMatchObject([{ role: 'community_worker', communityIds: [communityId] }]);
    expect(await events(personId)).toEqual(['role.given']);
  });

  it('asks for a proof not older than five minutes', async () => {
    const { secretary, communityId } = await makeWorld();
    const input = { personId: await newcomer(), role: 'community_worker' as const };
    await expect(giveRole(secretary, null, communityId, input)).rejects.toThrow(Forbidden);
    await expect(giveRole(secretary, freshSession(new Date(Date.now() - 301_000)), communityId, input)).rejects.toThrow('step-up.needed');
  });

  it('somebody who serves elsewhere only is not there to be given one, nor to be known by name', async () => {
    const { administrator, communityId } = await withAdministrator();
    const elsewhere = await makeWorld();
    const input = { personId: idOf(elsewhere.worker), role: 'community_worker' as const };
    await expect(giveRole(administrator, freshSession(), communityId, input)).rejects.toThrow(Missing);
  });

  it('asks for the place a chief stands for, and lets one person be chief of two', async () => {
    const { secretary, communityId } = await makeWorld();
    const personId = await newcomer();
    const places = [newId(), newId()];
    for (const [at, id] of places.entries()) {
      await database()
        .insertInto('places')
        .values({ community_id: communityId, id, level: 'building', name: `${at}`, full_name: `B${at}` })
        .execute();
    }
    const give = (placeId?: string) =>
      giveRole(secretary, freshSession(), communityId, { personId, role: 'building_chief', ...(placeId && { placeId }) });
    await expect(give()).rejects.toThrow('role.place-needed');
    await give(places[0]);
    await expect(give(places[0])).rejects.toThrow('role.already-held');
    await give(places[1]);
    await expect(give(newId())).rejects.toThrow('input.not-found');
  });

  it('appoints the first street supervisor once, also when two do it at the same moment', async () => {
    const { administrator, communityId, street } = await withAdministrator();
    await database().updateTable('roles').set({ ended_at: new Date() }).where('person_id', '=', street.personId).execute();
    expect(await findRoleChoices(administrator, communityId)).toContain('street_supervisor');
    const people = [await newcomer(), await newcomer()];
    const tries = await Promise.allSettled(
      people.map((personId) => giveRole(administrator, freshSession(), communityId, { personId, role: 'street_supervisor' })),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await findRoleChoices(administrator, communityId)).not.toContain('street_supervisor');
  });

  it('keeps whoever leads here from overseeing the street', async () => {
    const { administrator, secretary, communityId, street } = await withAdministrator();
    await database().updateTable('roles').set({ ended_at: new Date() }).where('person_id', '=', street.personId).execute();
    await expect(
      giveRole(administrator, freshSession(), communityId, { personId: idOf(secretary), role: 'street_supervisor' }),
    ).rejects.toThrow('role.leads-here');
  });

  it('ends by itself after the last day of the term', async () => {
    const { secretary, communityId } = await makeWorld();
    const personId = await newcomer();
    await giveRole(secretary, freshSession(), communityId, { personId, role: 'community_worker', until: '2099-06-30' });
    expect(await findGrants(personId, new Date('2099-06-30T15:00:00Z'))).toHaveLength(1);
    expect(await findGrants(personId, new Date('2099-07-01T00:00:00Z'))).toHaveLength(0);
    await expect(
      giveRole(secretary, freshSession(), communityId, { personId, role: 'property_manager', until: '2020-01-01' }),
    ).rejects.toThrow('role.until-past');
  });
});

describe('endRole', () => {
  it('takes effect at the next request while the session stays', async () => {
    const world = await makeWorld();
    const { personId, token } = await makeEnrolled(world);
    const held = (await findViewer(token))?.viewer.grants[0];
    await endRole(world.secretary, world.communityId, { roleId: held?.id ?? '', reason: 'Moved away' });
    expect((await findViewer(token))?.viewer).toMatchObject({ kind: 'staff', personId, grants: [] });
    const page = await findPerson(world.secretary, world.communityId, personId);
    expect(page.roles[0]).toMatchObject({ endedBy: 'Secretary', endReason: 'Moved away' });
  });

  it('leaves a community at least one administrator, also when two end each other', async () => {
    const world = await withAdministrator();
    const second = await makePerson(world, 'administrator', 'Second');
    const roleOf = (viewer: Viewer) => viewer.grants[0]?.id ?? '';
    const tries = await Promise.allSettled([
      endRole(world.administrator, world.communityId, { roleId: roleOf(second), reason: 'x' }),
      endRole(second, world.communityId, { roleId: roleOf(world.administrator), reason: 'x' }),
    ]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('does not reach into another community', async () => {
    const [world, other] = [await makeWorld(), await makeWorld()];
    await expect(endRole(world.secretary, world.communityId, { roleId: other.worker.grants[0]?.id ?? '', reason: 'x' })).rejects.toThrow(
      Missing,
    );
    await expect(endRole(world.secretary, other.communityId, { roleId: other.worker.grants[0]?.id ?? '', reason: 'x' })).rejects.toThrow(
      'role.not-yours-to-end',
    );
  });
});

describe('invitePerson', () => {
  const input = (username: string) => invitePersonInput.parse({ name: 'Wang', username, role: 'community_worker' });

  it('hands out a password that must be replaced, once, and never again for the same intent', async () => {
    const { secretary, communityId } = await makeWorld();
    const wanted = input(`w${Date.now()}`);
    const how = { key: 'invite-0001' };
    const invited = await invitePerson(secretary, freshSession(), communityId, wanted, how);
    await expect(invitePerson(secretary, freshSession(), communityId, wanted, how)).rejects.toThrow('person.already-invited');
    const stored = await database().selectFrom('idempotency_keys').select('response').where('key', '=', how.key).execute();
    expect(JSON.stringify(stored)).not.toContain(invited.password);
    const { token, next } = await signIn({ login: invited.username, password: invited.password }, fromSomewhere());
    expect(next).toBe('password');
    await chooseFirstPassword(await sessionOf(token), { next: 'three herons by the gate', again: 'three herons by the gate' });
    await expect(invitePerson(secretary, freshSession(), communityId, wanted)).rejects.toThrow('person.username-taken');
  });

  it('gives no role the inviter may not give, and then makes nobody', async () => {
    const { worker, communityId } = await makeWorld();
    const wanted = input(`x${Date.now()}`);
    await expect(invitePerson(worker, freshSession(), communityId, wanted)).rejects.toThrow('role.not-yours-to-give');
    expect(await database().selectFrom('people').select('id').where('username', '=', wanted.username).execute()).toEqual([]);
  });

  it('lets a colleague renew the password only until it was used', async () => {
    const { secretary, communityId } = await makeWorld();
    const invited = await invitePerson(secretary, freshSession(), communityId, input(`y${Date.now()}`));
    const renewed = await renewFirstPassword(secretary, freshSession(), communityId, invited.personId);
    await expect(signIn({ login: invited.username, password: invited.password }, fromSomewhere())).rejects.toThrow();
    const { token } = await signIn({ login: invited.username, password: renewed.password }, fromSomewhere());
    await chooseFirstPassword(await sessionOf(token), { next: 'three herons by the gate', again: 'three herons by the gate' });
    await expect(renewFirstPassword(secretary, freshSession(), communityId, invited.personId)).rejects.toThrow('person.has-entered');
  });
});

describe('disablePerson', () => {
  it('ends sign-in, roles and sessions at once; opened again, nothing of it comes back', async () => {
    const world = await withAdministrator();
    const { personId, token, username } = await makeEnrolled(world);
    await disablePerson(world.administrator, world.communityId, { personId, reason: 'Left' });
    expect(await findViewer(token)).toBeNull();
    await expect(signIn({ login: username, password: 'seven quiet lanterns' }, fromSomewhere())).rejects.toThrow('sign-in.wrong');
    expect((await findPeople(world.secretary, world.communityId)).map((person) => person.personId)).not.toContain(personId);
    await enablePerson(world.administrator, world.communityId, personId);
    expect(await findGrants(personId, new Date())).toEqual([]);
    expect(await findViewer(token)).toBeNull();
  });

  it('is not for oneself, nor for people with a role above', async () => {
    const world = await withAdministrator();
    const { administrator, secretary, street, communityId } = world;
    await expect(disablePerson(administrator, communityId, { personId: idOf(administrator), reason: 'x' })).rejects.toThrow(
      'person.not-yourself',
    );
    await expect(disablePerson(administrator, communityId, { personId: idOf(street), reason: 'x' })).rejects.toThrow(
      'role.not-yours-to-end',
    );
    await expect(disablePerson(secretary, communityId, { personId: idOf(administrator), reason: 'x' })).rejects.toThrow(
      'role.not-yours-to-end',
    );
    await expect(disablePerson(street, communityId, { personId: idOf(administrator), reason: 'x' })).rejects.toThrow(
      'role.last-administrator',
    );
  });
});

describe('findPeople', () => {
  it('lists who serves here and above, no residents, and tells nothing to property managers and residents', async () => {
    const world = await withAdministrator();
    await makePerson(world, 'resident', 'Resident');
    const names = (await findPeople(world.worker, world.communityId)).map(({ name }) => name);
    expect(names).toEqual(['Secretary', 'Administrator', 'Colleague', 'Worker', 'Street']);
    for (const role of ['property_manager', 'resident'] as const) {
      await expect(findPeople(await makePerson(world, role), world.communityId)).rejects.toThrow(Forbidden);
    }
    await expect(findPeople((await makeWorld()).secretary, world.communityId)).rejects.toThrow(Forbidden);
  });

  it('V6: a page about a person says nothing about voices', async () => {
    const { secretary, worker, communityId } = await makeWorld();
    const page = await findPerson(secretary, communityId, idOf(worker));
    expect(Object.keys(page).toSorted()).toEqual(['closed', 'name', 'personId', 'roles', 'username', 'waiting']);
  });
});
