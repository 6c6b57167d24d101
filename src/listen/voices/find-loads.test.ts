import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { findLoads } from './find-loads.ts';
import { submitVoice, submitVoiceInput } from './submit-voice.ts';

useDatabase();

describe('findLoads', () => {
  it('V6: counts what is open in somebody’s hands, leaving out what the viewer may not see', async () => {
    const { communityId, worker, colleague, secretary } = await makeWorld();
    const owner = worker.personId ?? '';
    const give = async (stage: 'in_progress' | 'answered', said: { kind: string; words: string }) => {
      const { voiceId } = await submitVoice(nobody, communityId, submitVoiceInput.parse({ placeWords: 'Stairs', ...said }));
      await database()
        .updateTable('voices')
        .set({ stage, owner_id: owner })
        .where('community_id', '=', communityId)
        .where('id', '=', voiceId)
        .execute();
    };
    const lamp = { kind: 'question', words: 'When is the lamp mended?' };
    await give('in_progress', lamp);
    await give('answered', lamp);
    await give('in_progress', { kind: 'complaint', words: 'Colleague was rude' });
    expect(await findLoads(secretary, communityId)).toEqual({ [owner]: 2 });
    expect(await findLoads(colleague, communityId)).toEqual({ [owner]: 1 });
  });
});
