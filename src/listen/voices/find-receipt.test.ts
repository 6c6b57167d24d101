import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import { codeOf } from './check-query-code.ts';
import { findReceipt } from './find-receipt.ts';
import { submitVoice, submitVoiceInput } from './submit-voice.ts';

useDatabase();

async function enter(writer: Viewer, communityId: number, more: object = {}, now?: Date) {
  const input = submitVoiceInput.parse({ words: 'The lamp is out', placeWords: 'Stairs', channel: 'telephone', ...more });
  return submitVoice(writer, communityId, input, [], { now });
}

describe('findReceipt', () => {
  it('tells number, code and date to whoever wrote it down, and to nobody else', async () => {
    const { communityId, worker, colleague, secretary } = await makeWorld();
    const { number, voiceId } = await enter(worker, communityId);
    const receipt = await findReceipt(worker, { communityId, number });
    expect(receipt).toMatchObject({
      number,
      code: codeOf(communityId, voiceId),
      receiverName: 'Worker',
      words: 'The lamp is out',
      place: 'Stairs',
    });
    for (const other of [colleague, secretary, nobody]) {
      await expect(findReceipt(other, { communityId, number })).rejects.toThrow('access.not-found');
    }
  });

  it('is closed after a day', async () => {
    const { communityId, worker } = await makeWorld();
    const { number } = await enter(worker, communityId, {}, new Date(Date.now() - 25 * 3_600_000));
    await expect(findReceipt(worker, { communityId, number })).rejects.toThrow('access.not-found');
  });

  it('V6: keeps the code from a writer who is named in it, and still gives the number to read out', async () => {
    const { communityId, worker, secretary } = await makeWorld();
    const aboutMe = await enter(worker, communityId, { kind: 'complaint', words: 'Worker was rude' });
    expect(await findReceipt(worker, { communityId, number: aboutMe.number })).toMatchObject({ number: aboutMe.number, code: null });
    const aboutAnother = await enter(worker, communityId, { kind: 'complaint', words: 'Secretary was rude' });
    expect((await findReceipt(worker, { communityId, number: aboutAnother.number })).code).not.toBeNull();
    await expect(findReceipt(secretary, { communityId, number: aboutAnother.number })).rejects.toThrow('access.not-found');
  });
});
