import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { speak } from '#tests/voices.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { chooseWishes, chooseWishesInput } from './choose-wishes.ts';
import { findCalls } from './find-deliveries.ts';
import { finishDelivery } from './finish-delivery.ts';
import { findLetters, takeLetters } from './letters.ts';
import { notify } from './notify.ts';
import { sendNotice } from './send-notice.ts';

useDatabase();

/** A letter about a voice that waits for a human, by the id of its delivery. */
async function aLetter(world: World, sealed: 'none' | 'named' | 'street', accused: Viewer[] = []): Promise<string> {
  const { communityId } = world;
  const voice = await speak(world);
  await database().updateTable('voices').set({ sealed }).where('id', '=', voice.id).execute();
  for (const { personId } of accused) {
    const row = { community_id: communityId, id: newId(), voice_id: voice.id, person_id: personId ?? '', named_at: new Date() };
    await database().insertInto('voice_accused').values(row).execute();
  }
  const li = await makePerson(world, 'resident', 'Li');
  const wishes = { way: 'letter', locale: 'en', digest: 'weekly', quietFrom: 21, quietTo: 8 };
  await chooseWishes(li, communityId, chooseWishesInput.parse(wishes));
  const about = { kind: 'voice', id: voice.id, number: voice.number };
  const notice = { communityId, topic: 'own_voice', template: 'voice.answered', about, personId: li.personId ?? '' } as const;
  const { noticeId } = await perform({ actor: 'test', verb: 'test', input: null }, undefined, (act) => notify(act, notice));
  const deliveryId = newId();
  await sendNotice({ communityId, noticeId, deliveryId, urgent: 1 });
  return deliveryId;
}

async function seenBy(world: World, viewer: Viewer): Promise<string[]> {
  return (await findLetters(viewer, world.communityId)).map(({ id }) => id);
}

describe('V6: letters about a voice', () => {
  it('wait with whoever may know of the voice: the office, the leadership, or the street alone', async () => {
    const world = await makeWorld();
    const [open, named, kept] = [await aLetter(world, 'none'), await aLetter(world, 'named'), await aLetter(world, 'street')];
    expect(await seenBy(world, world.worker)).toEqual([open]);
    expect(await seenBy(world, world.secretary)).toEqual([open, named]);
    expect(await seenBy(world, world.street)).toEqual([kept]);
    expect(await takeLetters(world.secretary, world.communityId)).toHaveLength(2);
    await expect(finishDelivery(world.secretary, world.communityId, { deliveryId: kept })).rejects.toThrow('access.not-found');
    await finishDelivery(world.street, world.communityId, { deliveryId: kept });
    expect(await seenBy(world, world.street)).toEqual([]);
    expect(await findCalls(world.street, world.communityId)).toEqual([]);
  });

  it('never show to somebody the voice names, whatever they are', async () => {
    const world = await makeWorld();
    const named = await aLetter(world, 'named', [world.secretary]);
    const kept = await aLetter(world, 'street', [world.street]);
    const open = await aLetter(world, 'none', [world.worker]);
    expect(await seenBy(world, world.worker)).toEqual([]);
    expect(await seenBy(world, world.secretary)).toEqual([open]);
    expect(await seenBy(world, world.street)).toEqual([]);
    await expect(finishDelivery(world.worker, world.communityId, { deliveryId: open })).rejects.toThrow('access.not-found');
    expect([named, kept]).toHaveLength(2);
  });
});
