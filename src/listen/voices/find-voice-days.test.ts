import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { findVoiceDays } from './find-voice-days.ts';
import { summariseDays } from './summarise-days.ts';

useDatabase();

it('shows the days of a community, newest first, with the numbers given out', async () => {
  const world = await makeWorld();
  await aVoice(world, 'received', {}, { now: at('2026-11-16 10:00') });
  await aVoice(world, 'received', {}, { now: at('2026-11-16 11:00') });
  await aVoice(world, 'received', {}, { now: at('2026-11-18 11:00') });
  await summariseDays({ now: at('2026-11-19 01:00') }, '2026-11-16');
  const days = (await findVoiceDays('2026-11-16')).filter(({ communityId }) => communityId === world.communityId);
  expect(days.map(({ day, received, first, last }) => [day, received, first, last])).toEqual([
    ['2026-11-18', 1, '2026-000003', '2026-000003'],
    ['2026-11-17', 0, null, null],
    ['2026-11-16', 2, '2026-000001', '2026-000002'],
  ]);
  expect((await findVoiceDays('2026-11-18')).filter(({ communityId }) => communityId === world.communityId)).toHaveLength(1);
});
