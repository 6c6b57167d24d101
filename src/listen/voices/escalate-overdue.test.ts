import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, eventsOf, rowOf } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { escalateOverdue } from './escalate-overdue.ts';

useDatabase();
// Received on Monday the 9th: due on Monday the 16th, red from the 17th, for three working days on the 19th.
const received = { now: at('2026-11-09 10:00') };

describe('escalateOverdue', () => {
  it('takes what has been red for three working days to the street, once, whoever runs it', async () => {
    const world = await makeWorld();
    const [fresh, working] = [await aVoice(world, 'received', {}, received), await aVoice(world, 'in_progress', {}, received)];
    const answered = await aVoice(world, 'answered', {}, received);
    expect(await escalateOverdue(at('2026-11-18 23:59'))).toBe(0);
    const runs = await Promise.all([escalateOverdue(at('2026-11-19 00:05')), escalateOverdue(at('2026-11-19 00:05'))]);
    expect(runs[0] + runs[1]).toBe(2);
    for (const voice of [fresh, working]) {
      expect(await rowOf(voice)).toMatchObject({
        stage: 'escalated',
        level: 'street',
        owner_id: null,
        first_receiver_id: world.street.personId,
      });
      expect((await eventsOf(voice)).filter((name) => name === 'escalated')).toHaveLength(1);
    }
    expect(await rowOf(answered)).toMatchObject({ stage: 'answered', level: 'community' });
    expect(await escalateOverdue(at('2026-12-19 00:05'))).toBe(0);
  });

  it('does many in batches', async () => {
    const world = await makeWorld();
    await Promise.all(Array.from({ length: 60 }, () => aVoice(world, 'received', {}, received)));
    expect(await escalateOverdue(at('2026-11-30 08:00'))).toBe(60);
  });
});
