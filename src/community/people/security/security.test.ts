import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { fromSomewhere, freshSession, makeAccount, makeEnrolled, password, codeOf, sessionOf } from '#tests/account.ts';
import { useDatabase } from '#tests/database.ts';
import { givePhone, makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden, Invalid, TooMany } from '#foundation/refusal.ts';
import { hasEventWords, securityEventWords } from '#foundation/event-words.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import {
  enterCode,
  findOwnEvents,
  findSecurityEvents,
  giveRole,
  nobody,
  recordRefusal,
  renewRecoveryCodes,
  signIn,
  tellOfChange,
} from '#community/people/index.ts';

useDatabase();

const names = async (viewer: Parameters<typeof findOwnEvents>[0]) => (await findOwnEvents(viewer)).map(({ name }) => name);

describe('the security record', () => {
  it('can be added to and not changed, by nobody', async () => {
    await recordRefusal({ ...nobody, address: 'somewhere' }, { status: 403, door: '/staff' });
    const change = (query: { execute: () => Promise<unknown> }) => expect(query.execute()).rejects.toThrow('append-only');
    await change(database().updateTable('security_events').set({ name: 'sign_in.done' }));
    await change(database().deleteFrom('security_events'));
  });

  it('is read by those who run the community and those above, and names no resident', async () => {
    const world = await makeWorld();
    const administrator = await makePerson(world, 'administrator', 'Runs it');
    const resident = await makePerson(world, 'resident', 'Lives here');
    await giveRole(administrator, freshSession(), world.communityId, {
      personId: world.worker.personId ?? '',
      role: 'community_secretary',
    });
    await recordRefusal(resident, { status: 403, door: '/staff', slug: world.slug });
    const { rows } = await findSecurityEvents(administrator, world.communityId);
    expect(rows.map(({ name, person, actor }) => [name, person, actor])).toEqual([
      ['access.refused', null, null],
      ['role.given', 'Worker', 'Runs it'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('Lives here');
    expect((await findSecurityEvents(world.street, world.communityId, { kind: 'roles' })).rows).toHaveLength(1);
    for (const viewer of [world.worker, world.secretary, resident, nobody]) {
      await expect(findSecurityEvents(viewer, world.communityId)).rejects.toThrow(Forbidden);
    }
    const elsewhere = await makeWorld();
    await expect(findSecurityEvents(administrator, elsewhere.communityId)).rejects.toThrow(Forbidden);
  });

  it('goes on page by page', async () => {
    const world = await makeWorld();
    const administrator = await makePerson(world, 'administrator');
    for (let turned = 0; turned < 52; turned++) await recordRefusal(administrator, { status: 404, door: '/staff', slug: world.slug });
    const first = await findSecurityEvents(administrator, world.communityId, { kind: 'refused' });
    expect([first.rows.length, first.more]).toEqual([50, true]);
    const next = await findSecurityEvents(administrator, world.communityId, { before: first.rows.at(-1)?.id ?? null });
    expect([next.rows.length, next.more]).toEqual([2, false]);
  });

  it("tells who was turned away and where, up to a limit; strangers' wrong addresses are no event", async () => {
    const world = await makeWorld();
    const count = async () => {
      const { rows } = await findSecurityEvents(world.street, world.communityId);
      return rows.length;
    };
    await recordRefusal({ ...nobody, address: 'a' }, { status: 404, door: '/c/[community]', slug: world.slug });
    expect(await count()).toBe(0);
    for (let tries = 0; tries < 25; tries++) {
      await recordRefusal({ ...nobody, address: 'b' }, { status: 403, door: '/staff', slug: world.slug, crossSite: true });
    }
    expect(await count()).toBe(20);
  });

  it('has words for every event the house writes', () => {
    const written = globSync('src/**/*.ts', { cwd: join(import.meta.dirname, '../../../..') })
      .filter((file) => !file.endsWith('.test.ts') && !file.includes('/demo/'))
      .map((file) => readFileSync(join(import.meta.dirname, '../../../..', file), 'utf8'))
      .filter((text) => text.includes('recordSecurityEvent(') || text.includes('perform-calendar'))
      .flatMap((text) =>
        [...text.matchAll(/name: (?:[\w !]+ \? '([a-z_]+\.[a-z_]+)' : )?'([a-z_]+\.[a-z_]+)'/g)].flatMap((found) => found.slice(1)),
      )
      .filter((name): name is string => name !== undefined);
    expect(written.length).toBeGreaterThan(25);
    expect([...new Set(written)].filter((name) => !hasEventWords(name))).toEqual([]);
  });
});

describe('a change of keys', () => {
  const sent = () =>
    readFileSync(join(installation().settings.HUIYIN_DATA, 'outbox', 'sms.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line): { to: string; text: string } => JSON.parse(line));

  it('is told by message to whoever left a number, and the look at the number is written down', async () => {
    const account = await makeEnrolled(await makeWorld());
    await givePhone(account.viewer, '00050007000');
    await tellOfChange({ personId: account.personId, name: 'password.changed' });
    expect(sent().at(-1)).toMatchObject({ to: '00050007000', text: expect.stringContaining(securityEventWords('password.changed')) });
    const looks = await database()
      .selectFrom('access_records')
      .select(['reader_role', 'purpose'])
      .where('subject_id', '=', account.personId)
      .execute();
    expect(looks).toEqual([{ reader_role: 'clock', purpose: 'message' }]);
    const before = sent().length;
    for (let times = 0; times < 15; times++) await tellOfChange({ personId: account.personId, name: 'password.changed' });
    expect(sent().length - before).toBe(9);
  });

  it('is put into the queue in the transaction that makes it, and nothing is sent to whoever left nothing', async () => {
    const account = await makeEnrolled(await makeWorld());
    const job = () =>
      sql<{ count: number }>`select count(*)::int as count from pgboss.job where name = 'tell-of-change'
        and data ->> 'personId' = ${account.personId}`.execute(database());
    expect((await job()).rows[0]?.count).toBe(0);
    await renewRecoveryCodes(account.viewer, account.session);
    expect((await job()).rows[0]?.count).toBe(1);
    await expect(tellOfChange({ personId: account.personId, name: 'recovery.renewed' })).resolves.toBeUndefined();
  });
});

describe("one's own account", () => {
  it('tells of a sign-in from a place never seen before, not of the first and not of a usual one', async () => {
    const account = await makeEnrolled(await makeWorld());
    expect(await names(account.viewer)).toEqual(['authenticator.connected']);
    const enter = async (from: ReturnType<typeof fromSomewhere>, step: number) => {
      const { token } = await signIn({ login: account.username, password }, from);
      await enterCode(await sessionOf(token), { code: codeOf(account.secret, step) });
    };
    const elsewhere = fromSomewhere();
    await enter(elsewhere, 0);
    expect((await names(account.viewer)).filter((name) => name === 'sign_in.elsewhere')).toHaveLength(1);
    await enter(elsewhere, 1);
    expect((await names(account.viewer)).filter((name) => name === 'sign_in.elsewhere')).toHaveLength(1);
  });

  it("S10: a storm of wrong passwords from anywhere doesn't shut the owner out where they usually are, and they hear of it", async () => {
    const { username, viewer, personId } = await makeAccount(await makeWorld());
    const home = fromSomewhere();
    const { token } = await signIn({ login: username, password }, home);
    const { id } = (await sessionOf(token)) ?? { id: '' };
    const { place } = await database().selectFrom('sessions').select('place').where('id', '=', id).executeTakeFirstOrThrow();
    const at = new Date();
    await database()
      .insertInto('familiar_places')
      .values({ person_id: personId, place: place ?? Buffer.alloc(0), first_at: at, last_at: at })
      .execute();
    for (let tries = 0; tries < 50; tries++) {
      await expect(signIn({ login: username, password: 'wrong' }, fromSomewhere())).rejects.toThrow(Invalid);
    }
    await expect(signIn({ login: username, password }, fromSomewhere())).rejects.toThrow(TooMany);
    await expect(signIn({ login: username, password }, home)).resolves.toMatchObject({ next: 'enrol' });
    expect(await names(viewer)).toEqual(['sign_in.storm']);
  });
});
