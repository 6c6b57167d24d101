import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeHouse, makeTown, numbersIn, post, tell, type Town } from '#tests/open311.ts';
import { aVoice, bring, sorted } from '#tests/voices.ts';
import { holderOf } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { loadVoice, publishVoice, takeDownVoice, triageVoice, withdrawPublication, withdrawVoice } from '#listen/voices/index.ts';

useDatabase();

const list = (town: Town, query = '') => tell('GET', `/requests.json?jurisdiction_id=${town.slug}${query}`);
const one = (town: Town, number: string) => tell('GET', `/requests/${number}.json?jurisdiction_id=${town.slug}`);
const [open, shut] = [{ title: 'A leak', outcome: 'The pipe is sealed' }, { title: 'A leak' }];

async function voiceOf(town: Town, number: string) {
  const voice = await loadVoice(database(), town.secretary, { communityId: town.communityId, number });
  if (!voice) throw new Error(number);
  return { communityId: town.communityId, id: voice.id, number, speaker: holderOf(town.communityId, voice.id) };
}

async function cameOn(town: Town, number: string, at: string): Promise<void> {
  const { id } = await voiceOf(town, number);
  const db = database();
  const received = { received_at: new Date(at) };
  await db.updateTable('voices').set(received).where('community_id', '=', town.communityId).where('id', '=', id).execute();
  await db.updateTable('voice_requests').set(received).where('community_id', '=', town.communityId).where('voice_id', '=', id).execute();
}

describe('a filter', () => {
  it('by number overrides all others and leaves out what isn’t there', async () => {
    const town = await makeTown();
    const numbers = [await post(town), await post(town), await post(town)];
    const asked = await list(town, `&service_request_id=${numbers[0]},%20${numbers[2]},2020-000009,x&status=closed&service_code=nothing`);
    expect(numbersIn(asked).toSorted()).toEqual([numbers[0], numbers[2]]);
    expect(numbersIn(await list(town, '&service_request_id=x'))).toEqual([]);
  });

  it('by service takes several; what the office made of it counts', async () => {
    const town = await makeTown();
    const [water, noise, parking] = [
      await post(town),
      await post(town, { service_code: 'noise' }),
      await post(town, { service_code: 'parking' }),
    ];
    expect(numbersIn(await list(town, '&service_code=noise'))).toEqual([noise]);
    expect(numbersIn(await list(town, '&service_code=noise,parking'))).toEqual([parking, noise]);
    const scope = { ...sorted, category: 'heating', matterScope: 'public' } as const;
    await triageVoice(town.colleague, await bring(town, await voiceOf(town, water), 'acknowledged'), scope);
    expect(numbersIn(await list(town, '&service_code=heating'))).toEqual([water]);
    expect(numbersIn(await list(town, '&service_code=water'))).toEqual([]);
  });

  it('by status tells open from closed, and closed isn’t called solved', async () => {
    const town = await makeTown();
    const [first, second] = [await post(town), await post(town)];
    const voice = await voiceOf(town, first);
    await withdrawVoice(voice.speaker, voice, { underPressure: false });
    expect(numbersIn(await list(town, '&status=open'))).toEqual([second]);
    const closed = await list(town, '&status=closed');
    expect(JSON.parse(closed.text)).toMatchObject([
      { service_request_id: first, status: 'closed', status_notes: 'Taken back by whoever brought it.', description: null },
    ]);
    expect(numbersIn(await list(town, '&status=open,closed'))).toEqual([second, first]);
  });

  it('by date spans at most 90 days, from the side that is given', async () => {
    const town = await makeTown();
    const numbers = [await post(town), await post(town), await post(town)];
    const [march, june, july] = numbers;
    await cameOn(town, march ?? '', '2025-03-01T00:00:00Z');
    await cameOn(town, june ?? '', '2025-06-01T00:00:00Z');
    await cameOn(town, july ?? '', '2025-07-01T00:00:00Z');
    const from = (start: string, end = '') => list(town, `${start && `&start_date=${start}`}${end && `&end_date=${end}`}`);
    expect(numbersIn(await list(town))).toEqual([]);
    expect(numbersIn(await from('2025-05-01T00:00:00%2B08:00'))).toEqual([july, june]);
    expect(numbersIn(await from('2025-05-01T00:00:00+08:00', '2025-06-15T00:00:00Z'))).toEqual([june]);
    expect(numbersIn(await from('', '2025-06-15T00:00:00Z'))).toEqual([june]);
    expect(numbersIn(await from('2025-01-01T00:00:00Z', '2025-08-01T00:00:00Z'))).toEqual([july, june]);
    expect(numbersIn(await from('2025-06-02T00:00:00Z', '2025-06-01T00:00:00Z'))).toEqual([]);
  });

  it('takes pages, newest first', async () => {
    const town = await makeTown();
    const numbers = [await post(town), await post(town), await post(town)].toReversed();
    expect(numbersIn(await list(town, '&page_size=2'))).toEqual(numbers.slice(0, 2));
    expect(numbersIn(await list(town, '&page_size=2&page=2'))).toEqual(numbers.slice(2));
    expect(numbersIn(await list(town, '&page_size=2&page=999999'))).toEqual([]);
  });
});

describe('what anybody may read', () => {
  it('S3: nothing that names somebody, concerns one household, or was never meant to be read', async () => {
    const town = await makeTown();
    const shown = await post(town);
    const hidden = [await post(town), await post(town), await post(town), await post(town), await post(town)];
    const [named, atHome, takenBack, takenDown, erased] = await Promise.all(hidden.map((number) => voiceOf(town, number)));
    if (!named || !atHome || !takenBack || !takenDown || !erased) throw new Error('missing');
    await triageVoice(town.colleague, await bring(town, named, 'acknowledged'), { ...sorted, accusedIds: [town.worker.personId ?? ''] });
    await bring(town, atHome, 'triaged');
    await withdrawPublication(takenBack.speaker, takenBack, { way: 'page' });
    await publishVoice(town.colleague, await bring(town, takenDown, 'answered'), shut);
    await takeDownVoice(town.colleague, takenDown, {});
    await database()
      .updateTable('voices')
      .set({ erased_at: new Date(), words: '' })
      .where('community_id', '=', town.communityId)
      .where('id', '=', erased.id)
      .execute();
    const confidential = await aVoice(town);
    const elsewhere = await makeTown();
    const foreign = await post(elsewhere);
    await post(elsewhere);
    for (const number of [...hidden, confidential.number, foreign === shown ? '2020-000001' : foreign]) {
      expect((await one(town, number)).status, number).toBe(404);
      expect((await tell('GET', `/tokens/${number}.json?jurisdiction_id=${town.slug}`)).status, number).toBe(404);
    }
    expect(numbersIn(await list(town))).toEqual([shown]);
    expect(numbersIn(await list(town, `&service_request_id=${hidden.join(',')}`))).toEqual([]);
  });

  it('what a person published is there with its cleared words and its outcome, and no place', async () => {
    const town = await makeTown();
    const { flat } = await makeHouse(town.communityId);
    const voice = await aVoice(town, 'answered', { mayPublish: true, placeId: flat, point: { latitude: 1, longitude: 2, datum: 'GCJ02' } });
    await publishVoice(town.colleague, voice, open);
    expect(JSON.parse((await one(town, voice.number)).text)).toMatchObject([
      {
        description: 'A leak',
        status_notes: 'The pipe is sealed',
        address: null,
        address_id: null,
        lat: null,
        long: null,
        media_url: null,
      },
    ]);
  });

  it('a community may have words cleared first: until then there is only the number and how it stands', async () => {
    const town = await makeTown('after_clearing');
    const { building, flat } = await makeHouse(town.communityId);
    const number = await post(town, { address_id: flat, lat: '36.5', long: '117' });
    const waiting = { description: null, address: 'Building 3', address_id: building, lat: 36.5, status: 'open' };
    expect(JSON.parse((await one(town, number)).text)).toMatchObject([waiting]);
    const scope = { ...sorted, matterScope: 'public' } as const;
    const voice = await bring(town, await voiceOf(town, number), 'acknowledged');
    await triageVoice(town.colleague, voice, scope);
    await publishVoice(town.colleague, voice, shut);
    expect(JSON.parse((await one(town, number)).text)).toMatchObject([{ ...waiting, description: 'A leak' }]);
    const plain = await post(town);
    expect(JSON.parse((await one(town, plain)).text)).toMatchObject([{ description: null, address: null }]);
  });

  it('what is about people who work here waits for a person everywhere', async () => {
    const town = await makeTown();
    const number = await post(town, { service_code: 'conduct' });
    expect(JSON.parse((await one(town, number)).text)).toMatchObject([{ description: null, address: null }]);
  });

  it('a guess at an id finds nothing', async () => {
    const town = await makeTown();
    for (const guess of [newId(), '2026', 'null', "'", '1e3']) expect((await one(town, encodeURIComponent(guess))).status).toBe(404);
  });
});
