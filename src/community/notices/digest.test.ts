import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at } from '#tests/voices.ts';
import { givePhone, makePerson, makeWorld, type World } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { chooseWishes, chooseWishesInput } from './choose-wishes.ts';
import { findCalls, findDeliveries } from './find-deliveries.ts';
import { retryDelivery } from './finish-delivery.ts';
import { findLetters, postLetters, takeLetters } from './letters.ts';
import { makeDigests, periodOf } from './make-digests.ts';
import { notify, type Notice } from './notify.ts';
import { sendDigest } from './send-digest.ts';
import { findStoppable, stopMessages } from './stop-messages.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

useDatabase();
let restore: (() => void) | null = null;
afterEach(() => restore?.());

const monday = at('2026-11-23 09:20');
const wishes = { way: 'sms', locale: 'en', digest: 'weekly', quietFrom: 21, quietTo: 8 };

async function resident(world: World, change: object = {}): Promise<Viewer> {
  const viewer = await makePerson(world, 'resident', 'Li');
  await givePhone(viewer, `000${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`);
  await chooseWishes(viewer, world.communityId, chooseWishesInput.parse({ ...wishes, ...change }));
  return viewer;
}

async function tell(world: World, { personId }: Viewer, change: Partial<Notice>, now = at('2026-11-20 10:00')) {
  const about = { kind: 'meeting', id: newId() };
  const notice = { communityId: world.communityId, topic: 'meeting', template: 'meeting.called', about, ...change } as const;
  await perform({ actor: 'test', verb: 'test', input: null }, { now }, (act) => notify(act, { ...notice, personId: personId ?? '' }));
}

async function digestsOf({ personId }: Viewer) {
  return database()
    .selectFrom('notice_digests')
    .selectAll()
    .where('person_id', '=', personId ?? '')
    .execute();
}

async function send(world: World, viewer: Viewer): Promise<string> {
  const [digest] = await digestsOf(viewer);
  const deliveryId = newId();
  const job = { communityId: world.communityId, digestId: digest?.id ?? '', deliveryId };
  await sendDigest(job);
  return deliveryId;
}

async function outbox(world: World): Promise<{ text: string }[]> {
  const text = await readFile(join(installation().settings.HUIYIN_DATA, 'outbox', 'sms.jsonl'), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => (line.includes(world.slug) ? [JSON.parse(line)] : []));
}

describe('makeDigests', () => {
  it('makes one a person and period, first what can still be changed, by deadline, and nothing for nothing', async () => {
    const world = await makeWorld();
    const [li, idle] = [await resident(world), await resident(world)];
    await tell(world, li, { template: 'blog.posted', topic: 'blog' }, at('2026-11-21 10:00'));
    await tell(world, li, { template: 'vote.late', deadline: at('2026-12-09 18:00') });
    await tell(world, li, { template: 'vote.soon', deadline: at('2026-12-01 18:00') });
    await tell(world, li, { template: 'vote.over', deadline: at('2026-11-22 18:00') });
    await makeDigests(monday);
    await makeDigests(monday);
    await makeDigests(at('2026-11-24 10:20'));
    expect(await digestsOf(idle)).toEqual([]);
    expect(await digestsOf(li)).toMatchObject([{ period: '2026-W48' }]);
    const items = await database()
      .selectFrom('notice_digest_items as item')
      .innerJoin('notices', 'notices.id', 'item.notice_id')
      .select('template')
      .where('person_id', '=', li.personId ?? '')
      .orderBy('place')
      .execute();
    expect(items.map(({ template }) => template)).toEqual(['vote.soon', 'vote.late', 'blog.posted', 'vote.over']);
    await send(world, li);
    expect(await outbox(world)).toMatchObject([
      { text: expect.stringContaining('4 things to tell you; 2 you can still change, the first until 1 December') },
    ]);
    await tell(world, li, { template: 'blog.posted', topic: 'blog' }, at('2026-11-29 10:00'));
    await makeDigests(at('2026-11-30 09:20'));
    expect(await digestsOf(li)).toHaveLength(2);
  });

  it('leaves out what is muted, sent at once or read, and keeps the quiet hours of Shanghai', async () => {
    const world = await makeWorld();
    const li = await resident(world, { muted: ['blog'] });
    await tell(world, li, { topic: 'blog' });
    await tell(world, li, { topic: 'own_voice' });
    await makeDigests(monday);
    expect(await digestsOf(li)).toEqual([]);
    await tell(world, li, {});
    await makeDigests(at('2026-11-23 07:20'));
    await makeDigests(at('2026-11-23 21:20'));
    expect(await digestsOf(li)).toEqual([]);
    await makeDigests(at('2026-11-23 08:20'));
    expect(await digestsOf(li)).toHaveLength(1);
  });

  it('E6: goes only to residents who agreed to messages', async () => {
    const world = await makeWorld();
    const never = await resident(world, { digest: 'never' });
    await tell(world, never, {});
    await makeDigests(monday);
    expect(await digestsOf(never)).toEqual([]);
  });

  it.each([
    ['2026-01-01 09:00', '2026-W01'],
    ['2026-12-31 09:00', '2026-W53'],
    ['2027-01-01 09:00', '2026-W53'],
    ['2027-01-04 00:30', '2027-W01'],
  ])('%s lies in %s', (time, week) => {
    expect(periodOf({ digest: 'weekly' }, at(time))).toBe(week);
  });
});

describe('what fails', () => {
  it('goes another way after four tries and ends as a call by a human; a second try that arrives settles it', async () => {
    const world = await makeWorld();
    const li = await resident(world);
    await tell(world, li, {});
    await makeDigests(monday);
    const [digest] = await digestsOf(li);
    const job = { communityId: world.communityId, digestId: digest?.id ?? '', deliveryId: newId() };
    const { gateways } = installation();
    const { sms } = gateways;
    restore = () => {
      gateways.sms = sms;
    };
    gateways.sms = { send: () => Promise.reject(new Error('no signal')) };
    for (let run = 0; run < 3; run++) await expect(sendDigest(job)).rejects.toThrow('no signal');
    await sendDigest(job);
    await sendDigest(job);
    expect(await findDeliveries(world.worker, world.communityId, 'failed')).toMatchObject([
      { way: 'sms', tries: 4, state: 'given_up', stead: true },
    ]);
    expect(await findCalls(world.worker, world.communityId)).toMatchObject([{ personId: li.personId }]);
    await expect(findCalls(li, world.communityId)).rejects.toThrow('access.not-yours');
    restore();
    await retryDelivery(world.worker, world.communityId, { deliveryId: job.deliveryId });
    await sendDigest(job);
    expect(await findDeliveries(world.worker, world.communityId, 'failed')).toEqual([]);
    expect(await findCalls(world.worker, world.communityId)).toEqual([]);
    expect(await outbox(world)).toHaveLength(1);
  });

  it('a letter on paper waits until somebody put it in the post box', async () => {
    const world = await makeWorld();
    const li = await resident(world, { way: 'letter' });
    await tell(world, li, {});
    await makeDigests(monday);
    const id = await send(world, li);
    expect(await takeLetters(world.worker, world.communityId)).toMatchObject([{ id, name: 'Li', items: [{ template: 'meeting.called' }] }]);
    expect(await findLetters(world.worker, world.communityId)).toMatchObject([{ id, printedAt: expect.any(Date) }]);
    await postLetters(world.worker, world.communityId, { deliveryIds: [id] });
    expect(await findLetters(world.worker, world.communityId)).toEqual([]);
  });
});

describe('stopMessages', () => {
  it('ends in one step what the letter was about; looking changes nothing, and a forged link is nothing', async () => {
    const world = await makeWorld();
    const li = await resident(world);
    await tell(world, li, {});
    await makeDigests(monday);
    const token = unsubscribeToken(world.communityId, await send(world, li));
    expect(await findStoppable(token)).toMatchObject({ what: 'digest', stopped: false });
    await stopMessages(token);
    await stopMessages(token);
    expect(await findStoppable(token)).toMatchObject({ stopped: true });
    await tell(world, li, {}, at('2026-11-29 10:00'));
    await makeDigests(at('2026-11-30 09:20'));
    expect(await digestsOf(li)).toHaveLength(1);
    await expect(stopMessages(token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).rejects.toThrow('access.not-found');
    expect(token).not.toContain(li.personId ?? 'x');
  });
});
