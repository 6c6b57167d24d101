import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { endOfShanghaiDay } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { acceptVoice } from './accept-voice.ts';
import { acknowledgeVoice } from './acknowledge-voice.ts';
import { answerVoice } from './answer-voice.ts';
import { assignVoice } from './assign-voice.ts';
import { findQueueFigures } from './find-queue-figures.ts';
import { submitVoice, submitVoiceInput } from './submit-voice.ts';
import { triageVoice, triageVoiceInput } from './triage-voice.ts';

useDatabase();

describe('findQueueFigures', () => {
  it('counts what is due today, late, waiting for residents, and answered in time this month', async () => {
    const { communityId, worker, colleague, secretary } = await makeWorld();
    const say = async (dueAt?: Date, kind = 'question', words = 'When does the heating start?') => {
      const { voiceId } = await submitVoice(nobody, communityId, submitVoiceInput.parse({ words, kind, placeWords: 'Here' }));
      if (dueAt)
        await database()
          .updateTable('voices')
          .set({ due_at: dueAt })
          .where('community_id', '=', communityId)
          .where('id', '=', voiceId)
          .execute();
      return { communityId, id: voiceId };
    };
    const now = new Date();
    await say(endOfShanghaiDay(now));
    await say(new Date(now.getTime() - 60_000));
    await say(new Date(now.getTime() - 60_000), 'complaint', 'Colleague was rude');
    await say();
    for (const ref of [await say(), await say(new Date(now.getTime() - 60_000))]) {
      await acknowledgeVoice(secretary, ref, {});
      await triageVoice(secretary, ref, triageVoiceInput.parse({ kind: 'question', category: 'heating', matterScope: 'public' }));
      await assignVoice(secretary, ref, { ownerId: worker.personId ?? '' });
      await acceptVoice(worker, ref, {});
      await answerVoice(worker, ref, { words: 'On 15 November.' });
    }
    expect(await findQueueFigures(secretary, communityId)).toEqual({ dueToday: 1, overdue: 2, waiting: 2, answered: 2, inTime: 1 });
    // V6: the sealed one is not even counted for whoever it names.
    expect(await findQueueFigures(colleague, communityId)).toMatchObject({ overdue: 1 });
  });
});
