import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, rowOf } from '#tests/voices.ts';
import { holderOf, makeWorld } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { submitVoice, submitVoiceInput } from './submit-voice.ts';

useDatabase();
const leak = submitVoiceInput.parse({ words: 'Water drips from the ceiling', placeWords: 'Building 3' });

describe('submitVoice', () => {
  it('gives consecutive numbers without gaps, also when many speak at once', async () => {
    const { communityId } = await makeWorld();
    const submitted = await Promise.all(Array.from({ length: 20 }, () => submitVoice(nobody, communityId, leak)));
    const numbers = submitted.map((voice) => Number(voice.number.split('-')[1])).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
  });

  it('answers a repeated intent with the first answer and writes nothing twice', async () => {
    const { communityId } = await makeWorld();
    const how = { key: 'intent-0001' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => submitVoice(nobody, communityId, leak, [], how)));
    expect(new Set(answers.map((answer) => answer.voiceId)).size).toBe(1);
    const { count } = await database()
      .selectFrom('voices')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('community_id', '=', communityId)
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
    await expect(submitVoice(nobody, communityId, { ...leak, words: 'Other' }, [], how)).rejects.toThrow('request.key-reused');
  });

  it('seals a complaint that names somebody and leaves it to the secretary; naming the secretary leaves it to the street', async () => {
    const { communityId, secretary, street, worker } = await makeWorld();
    const stored = async (words: string) => {
      const { voiceId } = await submitVoice(nobody, communityId, { ...leak, kind: 'complaint', words });
      return database()
        .selectFrom('voices')
        .select(['sealed', 'first_receiver_id'])
        .where('community_id', '=', communityId)
        .where('id', '=', voiceId)
        .executeTakeFirstOrThrow();
    };
    expect(await stored('Worker shouted at me')).toEqual({ sealed: 'named', first_receiver_id: secretary.personId });
    expect(await stored('Secretary never listens')).toEqual({ sealed: 'street', first_receiver_id: street.personId });
    expect(await stored('The lift is broken')).toMatchObject({ sealed: 'none' });
    expect(worker.personId).not.toBeNull();
  });

  it('needs words, and a place or a contact', () => {
    const fields = (input: object) => submitVoiceInput.safeParse(input).error?.issues.map((issue) => [issue.path[0], issue.message]);
    expect(fields({})).toContainEqual(['words', 'input.needed']);
    expect(fields({ words: '  ' })).toContainEqual(['words', 'input.needed']);
    expect(fields({ words: 'x' })).toContainEqual(['placeWords', 'voice.place-or-contact']);
    expect(fields({ words: 'x', name: 'Li', responseMethod: 'phone' })).toContainEqual(['phone', 'voice.phone-needed']);
  });
});

it('F14: sent again from another network, or with the cookie of the first try, it stays one voice', async () => {
  const world = await makeWorld();
  const how = { key: newId() };
  const from = (address: string) => ({ ...nobody, address });
  const first = await submitVoice(from('here'), world.communityId, leak, [], how);
  expect(await submitVoice(from('elsewhere'), world.communityId, leak, [], how)).toEqual(first);
  expect(await submitVoice(holderOf(world.communityId, first.voiceId), world.communityId, leak, [], how)).toEqual(first);
  const chosen = { key: 'a-key-anybody-could-choose' };
  const one = await submitVoice(from('here'), world.communityId, leak, [], chosen);
  expect((await submitVoice(from('elsewhere'), world.communityId, leak, [], chosen)).number).not.toBe(one.number);
});

it('V9: what is written down later counts from when it was said, and never from a time ahead', async () => {
  const world = await makeWorld();
  const slip = { ...leak, channel: 'paper' as const, saidAt: '2026-11-16T10:00:00+08:00' };
  const how = { now: at('2026-11-18 15:00') };
  const { voiceId } = await submitVoice(world.worker, world.communityId, slip, [], how);
  expect(await rowOf({ communityId: world.communityId, id: voiceId })).toMatchObject({
    received_at: at('2026-11-16 10:00'),
    entered_at: at('2026-11-18 15:00'),
    original_due_at: new Date('2026-11-23T23:59:59.999+08:00'),
  });
  const ahead = { ...slip, saidAt: '2026-11-19T10:00:00+08:00' };
  await expect(submitVoice(world.worker, world.communityId, ahead, [], how)).rejects.toThrow('voice.said-ahead');
  await expect(submitVoice(nobody, world.communityId, { ...slip, channel: 'web' }, [], how)).rejects.toThrow('voice.only-staff-enter');
});
