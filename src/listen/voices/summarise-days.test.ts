import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, speak } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { confirmVoice } from './confirm-voice.ts';
import { summariseDays } from './summarise-days.ts';

useDatabase();

async function daysOf(communityId: number) {
  return database()
    .selectFrom('voice_days')
    .select(['day', 'received', 'open', 'overdue', 'closed', 'first_number as first', 'last_number as last'])
    .where('community_id', '=', communityId)
    .orderBy('day')
    .execute();
}

it('sums up each day once, also days that were missed, as they stood at their end', async () => {
  const world = await makeWorld();
  const monday = { now: at('2026-03-02 10:00') };
  const answered = await aVoice(world, 'answered', {}, monday);
  await speak(world, {}, undefined, monday);
  await speak(world, {}, undefined, { now: at('2026-03-04 23:59') });
  await confirmVoice(answered.speaker, answered, { rating: 4 }, { now: at('2026-03-05 09:00') });
  expect(await summariseDays({ now: at('2026-03-06 00:05') }, '2026-03-01')).toBe(4);
  expect(await summariseDays({ now: at('2026-03-06 01:05') }, '2026-03-01')).toBe(0);
  expect(await daysOf(world.communityId)).toEqual([
    { day: '2026-03-02', received: 2, open: 2, overdue: 0, closed: 0, first: '2026-000001', last: '2026-000002' },
    { day: '2026-03-03', received: 0, open: 2, overdue: 0, closed: 0, first: null, last: null },
    { day: '2026-03-04', received: 1, open: 3, overdue: 0, closed: 0, first: '2026-000003', last: '2026-000003' },
    { day: '2026-03-05', received: 0, open: 2, overdue: 0, closed: 1, first: null, last: null },
  ]);
  const lines = await database().selectFrom('ledger_queue').select('entry').execute();
  const ours = lines
    .map(({ entry }) => entry.toString())
    .filter((text) => text.includes('"daily.summary"') && text.includes(`"c":"${world.communityId}"`));
  expect(ours).toHaveLength(4);
  expect(JSON.parse(ours[0] ?? '')).toMatchObject({
    p: { day: '2026-03-02', received: 2, open: 2, first: '2026-000001', last: '2026-000002' },
  });
});

it('leaves no number out when two cross at midnight', async () => {
  const world = await makeWorld();
  // The one that began before midnight took its number after the one that began after it.
  await speak(world, {}, undefined, { now: at('2026-03-03 00:00') });
  await speak(world, {}, undefined, { now: at('2026-03-02 23:59') });
  await speak(world, {}, undefined, { now: at('2026-03-03 08:00') });
  await summariseDays({ now: at('2026-03-04 00:05') }, '2026-03-01');
  const days = (await daysOf(world.communityId)).filter(({ day }) => day >= '2026-03-02');
  expect(days.map(({ received, first, last }) => [received, first, last])).toEqual([
    [2, '2026-000001', '2026-000002'],
    [1, '2026-000003', '2026-000003'],
  ]);
});

it('begins with the year, waits five minutes after midnight, and claims nothing from before the ledger', async () => {
  const world = await makeWorld();
  await speak(world, {}, undefined, { now: at('2026-12-31 12:00') });
  await speak(world, {}, undefined, { now: at('2027-01-01 12:00') });
  await summariseDays({ now: at('2027-01-02 00:04') }, '2026-03-01');
  expect((await daysOf(world.communityId)).map(({ day }) => day)).toEqual(['2026-12-31']);
  await summariseDays({ now: at('2027-01-02 00:06') }, '2026-03-01');
  expect((await daysOf(world.communityId)).at(-1)).toMatchObject({ day: '2027-01-01', first: '2027-000001', last: '2027-000001' });
  const later = await makeWorld();
  await speak(later, {}, undefined, { now: at('2026-12-31 12:00') });
  await summariseDays({ now: at('2027-01-02 00:06') });
  expect(await daysOf(later.communityId)).toEqual([]);
});

it('counts a number on the day it was given out, also when it was said on a day already summed up', async () => {
  const world = await makeWorld();
  await speak(world, {}, undefined, { now: at('2026-03-02 10:00') });
  await summariseDays({ now: at('2026-03-03 00:05') }, '2026-03-01');
  await speak(world, { channel: 'paper', saidAt: '2026-03-02T09:00:00+08:00' }, world.worker, { now: at('2026-03-03 10:00') });
  await summariseDays({ now: at('2026-03-04 00:05') }, '2026-03-01');
  expect(await daysOf(world.communityId)).toMatchObject([
    { day: '2026-03-02', received: 1, open: 1, first: '2026-000001', last: '2026-000001' },
    { day: '2026-03-03', received: 1, open: 2, first: '2026-000002', last: '2026-000002' },
  ]);
});
