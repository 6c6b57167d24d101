import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { acceptVoice } from './accept-voice.ts';
import { answerVoice } from './answer-voice.ts';
import { assignVoice } from './assign-voice.ts';
import { confirmVoice } from './confirm-voice.ts';
import { declineVoice } from './decline-voice.ts';
import { reopenVoice } from './reopen-voice.ts';

useDatabase();

describe('reopenVoice', () => {
  it('is for the one who spoke or a supervisor, within 90 days of closing', async () => {
    const world = await makeWorld();
    const closed = at('2026-06-01 10:00');
    const voice = await aVoice(world, 'answered', {}, { now: closed });
    await confirmVoice(voice.speaker, voice, { rating: 5 }, { now: closed });
    const reopen = (now: Date) => (viewer: typeof world.worker) => reopenVoice(viewer, voice, {}, { now });
    await expectRefusals(voice, reopen(at('2026-08-30 10:00')), [
      [world.colleague, 'voice.only-speaker'],
      [world.worker, 'voice.only-speaker'],
    ]);
    await expectRefusals(voice, reopen(at('2026-08-30 10:01')), [[voice.speaker, 'voice.too-late-to-reopen']]);
    await reopen(at('2026-08-30 10:00'))(await makePerson(world, 'supervisory_member'));
    expect((await rowOf(voice)).stage).toBe('reopened');
  });

  it('the first time another owner takes it, with a fresh five working days', async () => {
    const world = await makeWorld();
    const now = at('2026-11-16 10:00');
    const voice = await aVoice(world, 'answered', {}, { now });
    const before = await rowOf(voice);
    await reopenVoice(voice.speaker, voice, { reason: 'Still wet' }, { now: at('2026-11-18 10:00') });
    expect(await rowOf(voice)).toMatchObject({
      stage: 'reopened',
      round: 2,
      owner_id: null,
      level: 'community',
      answered_at: null,
      due_at: new Date('2026-11-25T23:59:59.999+08:00'),
      original_due_at: before.original_due_at,
    });
    const assign = (owner: typeof world.worker) => (viewer: typeof world.worker) =>
      assignVoice(viewer, voice, { ownerId: owner.personId ?? '' });
    await expectRefusals(voice, assign(world.worker), [[world.secretary, 'voice.needs-another-owner']]);
    await assign(world.colleague)(world.secretary);
    await declineVoice(world.colleague, voice, { reason: 'Not my building' });
    // Also after somebody declined: whoever answered badly doesn't get it back.
    await expectRefusals(voice, assign(world.worker), [[world.secretary, 'voice.needs-another-owner']]);
  });

  it('the second time it goes one level up', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    await reopenVoice(voice.speaker, voice, {});
    await assignVoice(world.secretary, voice, { ownerId: world.colleague.personId ?? '' });
    await acceptVoice(world.colleague, voice, {});
    await answerVoice(world.colleague, voice, { words: 'Done again' });
    await reopenVoice(voice.speaker, voice, {});
    expect(await rowOf(voice)).toMatchObject({ stage: 'reopened', round: 3, level: 'street', first_receiver_id: world.street.personId });
    const rows = await database().selectFrom('voice_escalations').select('cause').where('voice_id', '=', voice.id).execute();
    expect(rows).toEqual([{ cause: 'reopened_again' }]);
    await expectRefusals(voice, (viewer) => assignVoice(viewer, voice, { ownerId: world.worker.personId ?? '' }), [
      [world.secretary, 'voice.not-yours-to-handle'],
    ]);
    await assignVoice(world.street, voice, { ownerId: world.worker.personId ?? '' });
  });
});
