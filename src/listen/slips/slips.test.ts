import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, leak, rowOf, sorted } from '#tests/voices.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody, theClock, type Viewer } from '#community/people/index.ts';
import { countVoices, triageVoice } from '#listen/voices/index.ts';
import { enterSlip } from './enter-slip.ts';
import { findBoxOpening } from './find-box-openings.ts';
import { findPrint } from './find-print.ts';
import { findBoxes } from './find-boxes.ts';
import { lookUpSlip } from './look-up-slip.ts';
import { openBox } from './open-box.ts';
import { printSlips } from './print-slips.ts';
import { putUpBox } from './put-up-box.ts';

useDatabase();
const openedAt = '2026-11-16T10:00:00+08:00';
const voice = { ...leak, words: 'The gate sticks' };

async function box(world: World): Promise<string> {
  return (await putUpBox(world.worker, world.communityId, { name: `Gate ${Math.random()}` })).boxId;
}

async function opening(world: World, counted: number, second: Viewer = world.colleague) {
  const input = { boxId: await box(world), openedWith: second.personId ?? '', openedAt, counted };
  return { communityId: world.communityId, id: (await openBox(world.worker, world.communityId, input)).openingId };
}

describe('opening a box', () => {
  it('takes two different people who may, one of them perhaps of the supervisory committee; both names stay', async () => {
    const world = await makeWorld();
    const member = await makePerson(world, 'supervisory_member', 'Member');
    await expect(opening(world, 1, world.worker)).rejects.toThrow('slip.needs-two');
    await expect(opening(world, 1, await makePerson(world, 'property_manager'))).rejects.toThrow('slip.second-does-not-serve');
    expect(await findBoxOpening(world.secretary, await opening(world, 3, member))).toMatchObject({
      by: 'Worker',
      withName: 'Member',
      counted: 3,
      left: 3,
    });
    await expect(putUpBox(await makePerson(world, 'property_manager'), world.communityId, { name: 'x' })).rejects.toThrow(
      'slip.only-openers',
    );
    expect((await findBoxes(world.worker, world.communityId))[0]?.lastOpenedAt).toBeNull();
  });

  it('V9: every slip counts from the day of the opening', async () => {
    const world = await makeWorld();
    const ref = await opening(world, 1);
    await enterSlip(world.colleague, ref, { voice }, { now: at('2026-11-18 16:00') });
    const made = await database().selectFrom('voices').select('id').where('community_id', '=', world.communityId).executeTakeFirstOrThrow();
    expect(await rowOf({ communityId: world.communityId, id: made.id })).toMatchObject({
      channel: 'paper',
      received_at: at('2026-11-16 10:00'),
      due_at: new Date('2026-11-23T23:59:59.999+08:00'),
    });
  });

  it('V2: slips counted = voices + unreadable + left, after every step of any entry, allowed or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4 }), fc.array(fc.boolean(), { maxLength: 7 }), async (counted, readable) => {
        const world = await makeWorld();
        const ref = await opening(world, counted);
        for (const [turn, can] of readable.entries()) {
          const entered = await enterSlip(turn % 2 ? world.worker : world.colleague, ref, can ? { voice } : {}).catch(String);
          expect(typeof entered === 'string').toBe(turn >= counted);
          const row = await findBoxOpening(world.worker, ref);
          expect(row.voices + row.unreadable + row.left).toBe(counted);
          const { byChannel } = await countVoices(theClock, world.communityId);
          expect(byChannel.get('paper')?.received ?? 0).toBe(row.voices);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('lets two clerks enter at once without one slip too many, and the same form twice only once', async () => {
    const world = await makeWorld();
    const ref = await opening(world, 2);
    const twice = await Promise.all([1, 2].map(() => enterSlip(world.worker, ref, { voice }, { key: 'slip-0001' })));
    expect(twice[0]).toEqual(twice[1]);
    const rest = await Promise.allSettled([1, 2, 3].map(() => enterSlip(world.colleague, ref, {})));
    expect(rest.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a printed slip', () => {
  it('has a number no other slip has, and the strip tells what became of it, but neither words nor number', async () => {
    const world = await makeWorld();
    const boxId = await box(world);
    const how = { key: 'print-0001' };
    const { communityId } = world;
    const print = async (count: number) => {
      const { printId } = await printSlips(world.worker, communityId, { boxId, count }, count === 4 ? how : undefined);
      await expect(findPrint(world.colleague, { communityId, id: printId })).rejects.toThrow('access.not-found');
      return findPrint(world.worker, { communityId, id: printId });
    };
    const first = await print(4);
    expect(await print(4)).toEqual(first);
    const next = await print(2);
    expect([...first.slips, ...next.slips].map(({ serial }) => serial)).toEqual([1, 2, 3, 4, 5, 6]);
    const [one, two] = first.slips;
    const look = (code: string, slip = '000001') => lookUpSlip(world.communityId, slip, code, 'somewhere');
    expect(await look(one?.code ?? '')).toEqual({ standing: 'waits' });
    await expect(look(two?.code ?? '')).rejects.toThrow('slip.number-or-code');
    await expect(look('12345678', '000999')).rejects.toThrow('slip.number-or-code');
    const ref = await opening(world, 3);
    await enterSlip(world.worker, ref, { slip: '1', voice });
    await expect(enterSlip(world.worker, ref, { slip: '1', voice })).rejects.toThrow('slip.entered-already');
    await expect(enterSlip(world.worker, ref, { slip: '77', voice })).rejects.toThrow('slip.unknown-number');
    const { id } = await database()
      .selectFrom('voices')
      .select('id')
      .where('community_id', '=', world.communityId)
      .executeTakeFirstOrThrow();
    await triageVoice(world.colleague, { communityId: world.communityId, id }, sorted);
    const standing = await look(one?.code ?? '');
    expect(standing).toMatchObject({ standing: 'voice', answers: [] });
    expect(JSON.stringify(standing)).not.toMatch(/gate|2026-0/i);
    await expect(printSlips(nobody, world.communityId, { boxId, count: 1 })).rejects.toThrow('slip.only-openers');
  });
});
