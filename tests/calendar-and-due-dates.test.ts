import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { changeCalendarDay } from '#community/calendar/index.ts';
import { nobody } from '#community/people/index.ts';
import { submitVoice, submitVoiceInput } from '../src/listen/voices/submit-voice.ts';

useDatabase();

test('V7: a changed calendar moves no promised date and no frozen verdict, only promises made later', async () => {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  const now = new Date('2026-03-02T02:00:00Z');
  const speak = () =>
    submitVoice(nobody, world.communityId, submitVoiceInput.parse({ words: 'The lamp is out', placeWords: 'Gate' }), [], { now });
  const stored = async (voiceId: string) => ({
    voice: await database()
      .selectFrom('voices')
      .select(['due_at', 'original_due_at'])
      .where('community_id', '=', world.communityId)
      .where('id', '=', voiceId)
      .executeTakeFirstOrThrow(),
    deadlines: await database()
      .selectFrom('voice_deadlines')
      .selectAll()
      .where('community_id', '=', world.communityId)
      .where('voice_id', '=', voiceId)
      .execute(),
    events: await database()
      .selectFrom('events')
      .select(['name', 'due_at', 'late'])
      .where('community_id', '=', world.communityId)
      .where('subject_id', '=', voiceId)
      .execute(),
  });
  const first = await speak();
  const before = await stored(first.voiceId);
  for (const day of ['2026-03-03', '2026-03-04', '2026-03-05'])
    await changeCalendarDay(administrator, { day, kind: 'holiday', name: '社区日' });
  expect(await stored(first.voiceId)).toEqual(before);
  const later = await stored((await speak()).voiceId);
  expect(later.voice.due_at.getTime()).toBeGreaterThan(before.voice.due_at.getTime());
});
