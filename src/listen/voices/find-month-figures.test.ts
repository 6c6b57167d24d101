import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, speak } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { confirmVoice } from './confirm-voice.ts';
import { findMonthFigures } from './find-month-figures.ts';

useDatabase();

describe('findMonthFigures', () => {
  it('stays silent under ten, then counts what came in, was answered in time, and is called solved', async () => {
    const world = await makeWorld();
    const answered = [await aVoice(world, 'answered'), await aVoice(world, 'answered'), await aVoice(world, 'answered')];
    await confirmVoice(
      answered[0]?.speaker ?? world.worker,
      { communityId: world.communityId, number: answered[0]?.number ?? '' },
      { rating: 5 },
    );
    for (let more = 0; more < 6; more += 1) await speak(world);
    expect(await findMonthFigures(world.communityId)).toBeNull();
    await speak(world, {}, undefined, { now: new Date('2026-01-05T02:00:00Z') });
    expect(await findMonthFigures(world.communityId)).toBeNull();
    await speak(world);
    expect(await findMonthFigures(world.communityId)).toEqual({ received: 10, inTime: 3, confirmed: 1 });
  });

  it('V11: praise counts as received and never as solved', async () => {
    const world = await makeWorld();
    const thanks = await aVoice(world, 'answered', { kind: 'praise' });
    await confirmVoice(thanks.speaker, thanks, { rating: 5 });
    for (let more = 0; more < 9; more += 1) await speak(world);
    expect(await findMonthFigures(world.communityId)).toMatchObject({ received: 10 });
  });
});
