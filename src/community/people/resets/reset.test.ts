import { describe, expect, it } from 'vitest';
import { codeOf, freshSession, fromSomewhere, makeEnrolled, sessionOf } from '#tests/account.ts';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden, Invalid, Missing, Refused } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import {
  askReset,
  chooseFirstPassword,
  confirmEnrolment,
  dropReset,
  findEnrolment,
  findOwnEvents,
  findReset,
  findViewer,
  secondReset,
  signIn,
} from '#community/people/index.ts';
import { firstHalf } from './reset-half.ts';

useDatabase();

async function ground() {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  const lost = await makeEnrolled(world);
  return { world, administrator, lost, at: world.communityId, fresh: freshSession() };
}

describe('two open the way back in', () => {
  it('one asks, another seconds, and only both halves together open the choice of a new password', async () => {
    const { world, administrator, lost, at, fresh } = await ground();
    const { half: first } = await askReset(administrator, fresh, at, lost.personId);
    expect(await findViewer(lost.token)).not.toBeNull();
    const { half: second } = await secondReset(world.secretary, fresh, at, lost.personId);
    expect(await findViewer(lost.token)).toBeNull();
    for (const half of [first, second, `${second}-${first}`]) {
      await expect(signIn({ login: lost.username, password: half }, fromSomewhere())).rejects.toThrow(Invalid);
    }
    const entered = await signIn({ login: lost.username, password: `${first}-${second}` }, fromSomewhere());
    expect(entered.next).toBe('password');
    const words = 'nine slow heron boats';
    const chosen = await chooseFirstPassword(await sessionOf(entered.token), { next: words, again: words });
    expect(chosen.next).toBe('enrol');
    const session = await sessionOf(chosen.token);
    const secret = (await findEnrolment(session))?.secret ?? '';
    expect(secret.replaceAll(' ', '')).not.toBe(lost.secret.replaceAll(' ', ''));
    await confirmEnrolment(session, { code: codeOf(secret, -1) });
  });

  it('nobody seconds their own request or their own reset, and nobody without a step-up does either', async () => {
    const { world, administrator, lost, at, fresh } = await ground();
    const stale = { ...fresh, steppedUpAt: new Date(0) };
    await expect(askReset(administrator, stale, at, lost.personId)).rejects.toThrow(Forbidden);
    await expect(secondReset(world.secretary, fresh, at, lost.personId)).rejects.toThrow(Missing);
    await askReset(administrator, fresh, at, lost.personId);
    await expect(secondReset(world.secretary, stale, at, lost.personId)).rejects.toThrow(Forbidden);
    await expect(secondReset(administrator, fresh, at, lost.personId)).rejects.toThrow('reset.needs-another');
    await expect(secondReset(lost.viewer, fresh, at, lost.personId)).rejects.toThrow('person.not-yourself');
    await expect(secondReset(world.worker, fresh, at, lost.personId)).rejects.toThrow('role.not-yours-to-give');
    await expect(askReset(administrator, fresh, at, administrator.personId ?? '')).rejects.toThrow(Refused);
    await expect(askReset(world.worker, fresh, at, lost.personId)).rejects.toThrow(Refused);
    const elsewhere = await makeWorld();
    await expect(secondReset(elsewhere.secretary, fresh, elsewhere.communityId, lost.personId)).rejects.toThrow(Missing);
  });

  it('whom it is about hears of it and can stop it; two days later nothing waits any more', async () => {
    const { world, administrator, lost, at, fresh } = await ground();
    await askReset(administrator, fresh, at, lost.personId);
    expect(await findReset(lost.viewer, at, lost.personId)).toMatchObject({ maySecond: false, mayDrop: true });
    expect(await findReset(world.worker, at, lost.personId)).toBeNull();
    expect((await findOwnEvents(lost.viewer)).map(({ name, actor }) => [name, actor])).toContainEqual(['reset.asked', administrator.name]);
    await dropReset(lost.viewer, at, lost.personId);
    await expect(secondReset(world.secretary, fresh, at, lost.personId)).rejects.toThrow(Missing);
    const { half } = await askReset(administrator, fresh, at, lost.personId);
    const late = new Date(Date.now() + 49 * 3_600_000);
    await expect(secondReset(world.secretary, freshSession(late), at, lost.personId, { now: late })).rejects.toThrow(Missing);
    const again = await askReset(administrator, fresh, at, lost.personId);
    expect(again.half).not.toBe(half);
  });

  it('of twenty who second at once one does', async () => {
    const { world, administrator, lost, at, fresh } = await ground();
    await askReset(administrator, fresh, at, lost.personId);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => secondReset(world.secretary, fresh, at, lost.personId)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('neither half is kept anywhere', async () => {
    const { administrator, lost, at, fresh } = await ground();
    const { half } = await askReset(administrator, fresh, at, lost.personId);
    expect(half).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const { id, ...row } = await database()
      .selectFrom('sign_in_resets')
      .selectAll()
      .where('person_id', '=', lost.personId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(half);
    expect(firstHalf(id)).toBe(half);
  });
});
