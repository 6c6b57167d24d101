import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { acceptVoice } from './accept-voice.ts';
import { answerVoice } from './answer-voice.ts';
import { assignVoice } from './assign-voice.ts';
import { extendVoice } from './extend-voice.ts';
import { mergeVoice } from './merge-voice.ts';

useDatabase();
const input = { words: 'The pipe is sealed.' };

describe('answerVoice', () => {
  it('is for the owner, once it is accepted', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'assigned');
    await expectRefusals(voice, (viewer) => answerVoice(viewer, voice, input), [
      [await makePerson(world, 'resident'), 'access.not-found'],
      [voice.speaker, 'voice.only-owner'],
      [world.secretary, 'voice.only-owner'],
      [world.worker, 'voice.not-from-here-answer'],
    ]);
  });

  it('V7: freezes whether it was late, against the date that held, and keeps the original date', async () => {
    const world = await makeWorld();
    const now = at('2026-11-16 10:00');
    const [late, extended] = [await aVoice(world, 'in_progress', {}, { now }), await aVoice(world, 'in_progress', {}, { now })];
    await extendVoice(world.secretary, extended, { days: 3, reason: 'Spare part' }, { now });
    for (const voice of [late, extended]) await answerVoice(world.worker, voice, input, { now: at('2026-11-25 10:00') });
    const rows = await database()
      .selectFrom('voice_answers')
      .select(['late', 'due_at', 'original_due_at'])
      .where('community_id', '=', world.communityId)
      .orderBy('id')
      .execute();
    expect(rows.filter((row) => row.late)).toHaveLength(1);
    for (const row of rows) expect(row.original_due_at).toEqual(new Date('2026-11-23T23:59:59.999+08:00'));
    expect(await rowOf(late)).toMatchObject({ stage: 'answered', owner_id: world.worker.personId });
  });

  it('lets everybody hear of it whose voice was merged, in the same transaction', async () => {
    const world = await makeWorld();
    const [lead, child] = [await aVoice(world, 'triaged'), await aVoice(world, 'triaged')];
    await mergeVoice(world.worker, child, { into: lead.number });
    await assignVoice(world.worker, lead, { ownerId: world.worker.personId ?? '' });
    await acceptVoice(world.worker, lead, {});
    await answerVoice(world.worker, lead, input);
    const { rows } = await sql<{ voice: string }>`select data->>'voiceId' as voice from pgboss.job
      where name = 'tell-reporter' and data->>'template' = 'answered' and data->>'communityId' = ${String(world.communityId)}`.execute(
      database(),
    );
    expect(rows.map((row) => row.voice).toSorted()).toEqual([lead.id, child.id].toSorted());
  });
});
