import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, at, leak, rowOf, speak } from '#tests/voices.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { tellReporter } from '#listen/voices/index.ts';
import { newId } from '#foundation/ids.ts';
import { callBackDue, nextRound } from './call-rounds.ts';
import { countMissedCalls } from './count-missed-calls.ts';
import { endCall } from './end-call.ts';
import { findAgain } from './find-again.ts';
import { findMissedCalls } from './find-missed-calls.ts';
import { findVoicesOfCaller } from './find-voices-of-caller.ts';
import { readCaller } from './read-caller.ts';
import { registerCall, registerCallInput } from './register-call.ts';
import { tryCall } from './try-call.ts';
import { writeDownCall } from './write-down-call.ts';

useDatabase();
const rang = '2026-11-16T21:40:00+08:00';
const heard = { now: at('2026-11-17 09:05') };

async function missed(world: World, more: object = {}) {
  const input = registerCallInput.parse({ calledAt: rang, phone: '000 5551 2001', words: 'Please ring, the tap runs.', ...more });
  const { callId } = await registerCall(world.worker, world.communityId, input, heard);
  return { communityId: world.communityId, id: callId };
}

it('the machine is heard at nine and at four; the call back is due a working day later', async () => {
  const calendar = await currentCalendar();
  expect(nextRound(calendar, at('2026-11-16 08:00'))).toEqual(at('2026-11-16 09:00'));
  expect(nextRound(calendar, at('2026-11-16 09:00'))).toEqual(at('2026-11-16 16:00'));
  expect(nextRound(calendar, at('2026-11-20 18:00'))).toEqual(at('2026-11-23 09:00'));
  expect(callBackDue(calendar, at('2026-11-16 21:40'))).toEqual(at('2026-11-18 09:00'));
});

describe('a missed call', () => {
  it('V9: becomes a voice that counts from when it rang, on its own line; number and words are gone from the call', async () => {
    const world = await makeWorld();
    const call = await missed(world, { line: 'complaint_line' });
    const { voiceId } = await writeDownCall(world.worker, call, { ...leak, channel: 'telephone' }, { now: at('2026-11-17 15:00') });
    expect(await rowOf({ communityId: world.communityId, id: voiceId })).toMatchObject({
      channel: 'complaint_line',
      received_at: at('2026-11-16 21:40'),
      original_due_at: new Date('2026-11-23T23:59:59.999+08:00'),
    });
    expect(await findMissedCalls(world.worker, world.communityId)).toEqual([]);
    const { caller_id } = await database().selectFrom('missed_calls').selectAll().where('id', '=', call.id).executeTakeFirstOrThrow();
    const caller = database().selectFrom('reporters').selectAll().where('id', '=', caller_id);
    expect(await caller.executeTakeFirstOrThrow()).toMatchObject({ phone_sealed: null, phone_index: null });
    expect(await database().selectFrom('missed_call_words').selectAll().where('call_id', '=', call.id).execute()).toEqual([]);
    await expect(endCall(world.worker, call, { outcome: 'nothing_wanted' })).rejects.toThrow('call.ended');
  });

  it('is given up only after three tries on two days; V2: every call is counted exactly once, however it ended', async () => {
    const world = await makeWorld();
    const [call, other, silent] = [await missed(world), await missed(world), await missed(world, { phone: undefined })];
    const tried = (day: number, hour: number) =>
      tryCall(
        world.worker,
        world.communityId,
        { about: 'call', id: call.id, outcome: 'not_reached' },
        { now: at(`2026-11-${day} ${hour}:00`) },
      );
    const giveUp = () => endCall(world.worker, call, { outcome: 'not_reached' }, { now: at('2026-11-18 17:00') });
    for (const hour of [10, 11, 12]) await tried(17, hour);
    await expect(giveUp()).rejects.toThrow('call.not-tried-enough');
    await tried(18, 10);
    await giveUp();
    await endCall(world.worker, other, { outcome: 'nothing_wanted' });
    await expect(endCall(world.worker, silent, { outcome: 'no_number' })).rejects.toThrow('call.something-to-go-by');
    const { registered, ...ends } = await countMissedCalls(world.worker, world.communityId);
    expect(ends).toEqual({ waiting: 1, voice: 0, nothing_wanted: 1, not_reached: 1, no_number: 0 });
    expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(registered);
  });

  it('is for the office alone, and its number is read at the one door', async () => {
    const world = await makeWorld();
    const call = await missed(world);
    const manager = await makePerson(world, 'property_manager');
    for (const viewer of [nobody, manager]) {
      await expect(endCall(viewer, call, { outcome: 'nothing_wanted' })).rejects.toThrow('access.not-found');
      await expect(readCaller(viewer, call)).rejects.toThrow('access.not-found');
      expect(await findMissedCalls(viewer, world.communityId)).toEqual([]);
    }
    expect(await readCaller(world.colleague, call)).toEqual({ phone: '00055512001' });
    const looks = await database().selectFrom('access_records').selectAll().where('community_id', '=', world.communityId).execute();
    expect(looks).toMatchObject([{ reader_id: world.colleague.personId, purpose: 'call', fields: ['phone'] }]);
  });

  it('V6: whoever names somebody serving here is written down as a voice, not put on a list for all', async () => {
    const world = await makeWorld();
    await expect(missed(world, { words: 'Colleague shouted at me' })).rejects.toThrow('call.names-somebody');
  });
});

describe('somebody on the telephone', () => {
  it('V6 V10: finds a few earlier voices of the number within reach, each look written down, and no sum', async () => {
    const world = await makeWorld();
    const phone = '00055512009';
    for (let told = 0; told < 7; told += 1) await speak(world, { phone });
    await speak(world, { phone, kind: 'complaint', accusedIds: [world.worker.personId ?? ''] });
    const found = await findVoicesOfCaller(world.worker, world.communityId, '000-5551-2009');
    expect(found).toHaveLength(5);
    expect(Object.keys(found[0] ?? {}).toSorted()).toEqual(['dueAt', 'number', 'place', 'receivedAt', 'stage', 'words']);
    expect(found.map(({ number }) => number.slice(5))).not.toContain('000008');
    const looks = await database().selectFrom('access_records').selectAll().where('community_id', '=', world.communityId).execute();
    expect(looks.map(({ purpose, voice_id }) => [purpose, voice_id !== null])).toEqual(Array.from({ length: 5 }, () => ['caller', true]));
    const manager = await makePerson(world, 'property_manager');
    await expect(findVoicesOfCaller(manager, world.communityId, phone)).rejects.toThrow('call.only-office');
  });

  it('may ask to be called at another time; the duty and its date stay', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered', { phone: '00055512010', responseMethod: 'phone' });
    const deliveryId = newId();
    await tellReporter({ communityId: world.communityId, voiceId: voice.id, template: 'answered', deliveryId });
    const againAt = new Date(Date.now() + 86_400_000);
    const again = { outcome: 'again', againAt: againAt.toISOString() } as const;
    await tryCall(world.colleague, world.communityId, { about: 'duty', id: deliveryId, ...again });
    await tryCall(world.colleague, world.communityId, { about: 'answer', id: voice.id, ...again });
    const found = await findAgain(world.communityId, [deliveryId, voice.id]);
    expect([...found.values()]).toEqual([againAt, againAt]);
    const owner = tryCall(world.worker, world.communityId, { about: 'answer', id: voice.id, outcome: 'not_reached' });
    await expect(owner).rejects.toThrow('voice.owner-cannot-judge');
  });
});
