import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ask, tokenOf } from '#tests/api.ts';
import { useDatabase } from '#tests/database.ts';
import { aVoice, leak } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { codeOf, publishVoice } from './index.ts';
import { voicesApi } from './voices-api.ts';

useDatabase();
const spoken = {
  words: 'Water drips from the ceiling',
  placeWords: 'Building 3',
  name: 'Li Xiaohui',
  phone: '00012345678',
  email: 'li@example.org',
};
const schemaOf = (id: string) => voicesApi.find((endpoint) => endpoint.id === id)?.answer;

describe('submitting', () => {
  it('needs no token, gives number and code at once, and a repeat gets the same', async () => {
    const { slug } = await makeWorld();
    const address = randomUUID();
    const key = randomUUID();
    const submit = (body: unknown = spoken) => ask('POST', `/communities/${slug}/voices`, { body, key, address });
    const first = await submit();
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      number: expect.stringMatching(/^\d{4}-000001$/),
      code: expect.stringMatching(/^\d{8}$/),
      href: `/api/v1/communities/${slug}/voices/${String(first.body['number'])}`,
    });
    expect(await submit()).toMatchObject({ status: 201, body: first.body });
    expect(await submit({ ...spoken, words: 'Other' })).toMatchObject({ status: 422, body: { code: 'request.key-reused' } });
    const again = await Promise.all(
      [1, 2, 3, 4].map(() => ask('POST', `/communities/${slug}/voices`, { body: spoken, key: 'another-intent', address })),
    );
    expect(new Set(again.map(({ body }) => body['number'])).size).toBe(1);
  });

  it('refuses fields it does not know, also inside, and says what is missing', async () => {
    const { slug } = await makeWorld();
    const problems = async (body: unknown) => {
      const answer = await ask('POST', `/communities/${slug}/voices`, { body });
      return [answer.status, answer.body['errors']];
    };
    const one = (field: string, code: string) => [422, [expect.objectContaining({ field, code, message: expect.any(String) })]];
    expect(await problems({ ...spoken, wrods: 'x' })).toEqual(one('wrods', 'input.unknown-field'));
    expect(await problems({ ...spoken, point: { latitude: 1, longitude: 2, altitude: 3 } })).toEqual(
      one('point.altitude', 'input.unknown-field'),
    );
    expect(await problems({ ...spoken, responseMethod: 'phone', phone: undefined })).toEqual(one('phone', 'voice.phone-needed'));
    expect(await problems({ placeWords: 'Building 3' })).toEqual(one('words', 'input.needed'));
    expect(await problems({ ...spoken, kind: 7 })).toEqual(one('kind', 'input.choose'));
  });

  it('on behalf of somebody is for those who serve there', async () => {
    const { slug, worker } = await makeWorld();
    const stranger = (await makeWorld()).worker;
    const enter = (token?: string) =>
      ask('POST', `/communities/${slug}/voices`, { body: { ...spoken, channel: 'telephone' }, ...(token && { token }) });
    expect(await enter()).toMatchObject({ status: 401, body: { code: 'token.needed' } });
    expect((await enter(await tokenOf(stranger))).status).toBe(403);
    const entered = await enter(await tokenOf(worker));
    expect(entered.status).toBe(201);
    const read = await ask('GET', `/communities/${slug}/voices/${String(entered.body['number'])}`, { token: await tokenOf(worker) });
    expect(read.body).toMatchObject({ channel: 'telephone', stage: 'acknowledged', desk: { enteredBy: 'Worker' } });
  });

  it('takes photos along as multipart', async () => {
    const { slug } = await makeWorld();
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a12f26' } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.set('voice', JSON.stringify(spoken));
    form.append('photos', new File([new Uint8Array(picture)], 'leak.png'));
    const { status, body } = await ask('POST', `/communities/${slug}/voices`, { form });
    expect(status).toBe(201);
    const read = await ask('GET', `/communities/${slug}/voices/${String(body['number'])}`, { code: String(body['code']) });
    expect(read.body['photos']).toBe(1);
    form.append('photos', new File(['<svg/>'], 'x.svg'));
    expect(await ask('POST', `/communities/${slug}/voices`, { form })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'picture.not-a-picture' }] },
    });
    form.set('video', 'x');
    expect((await ask('POST', `/communities/${slug}/voices`, { form })).body['errors']).toMatchObject([
      { field: 'video', code: 'input.unknown-field' },
    ]);
  });
});

describe('reading one', () => {
  it('is for number and code, and for whoever may reach it; for everybody else there is nothing', async () => {
    const world = await makeWorld();
    const other = await makeWorld();
    const voice = await aVoice(world, 'answered');
    const path = `/communities/${world.slug}/voices/${voice.number}`;
    const as = async (asked: Parameters<typeof ask>[2]) => (await ask('GET', path, asked)).status;
    expect(await as({})).toBe(401);
    expect(await as({ token: await tokenOf(world.worker, ['voices:write']) })).toBe(403);
    expect(await as({ token: await tokenOf(other.worker) })).toBe(404);
    expect(await as({ token: await tokenOf(world.street) })).toBe(404);
    expect(await as({ code: '00000000' })).toBe(404);
    expect(await as({ code: codeOf(world.communityId, voice.id) })).toBe(200);
    expect(await as({ token: await tokenOf(world.worker) })).toBe(200);
    expect((await ask('GET', `/communities/${world.slug}/voices/2020-000001`, { token: await tokenOf(world.worker) })).status).toBe(404);
    expect((await ask('GET', `/communities/nowhere/voices/${voice.number}`, { token: await tokenOf(world.worker) })).status).toBe(404);
  });

  it('V6: whoever is complained about gets the answer of a number that does not exist', async () => {
    const world = await makeWorld();
    const named = await makePerson(world, 'community_worker', 'Zhao Daming');
    const voice = await aVoice(world, 'received', { kind: 'complaint', words: 'Zhao Daming shouted at me' });
    const token = await tokenOf(named);
    const walled = await ask('GET', `/communities/${world.slug}/voices/${voice.number}`, { token });
    const absent = await ask('GET', `/communities/${world.slug}/voices/2026-999999`, { token });
    expect(walled.status).toBe(404);
    expect(walled.body).toEqual(absent.body);
    const list = await ask('GET', `/communities/${world.slug}/voices`, { token });
    expect(list.body).toEqual({ voices: [], next: null });
    expect((await ask('GET', `/communities/${world.slug}/voices`, { token: await tokenOf(world.secretary) })).body['voices']).toHaveLength(
      1,
    );
  });

  it('says what can be done and, in the language of the reader, why the rest cannot', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    const path = `/communities/${world.slug}/voices/${voice.number}`;
    const { body } = await ask('GET', path, { token: await tokenOf(world.worker) });
    expect(schemaOf('findVoice')?.parse(body)).toEqual(body);
    expect(body['allowedActions']).toContainEqual({
      action: 'follow-up',
      whyNot: 'voice.owner-cannot-judge',
      sentence: expect.stringMatching(/^[A-Z]/),
    });
    expect(body['allowedActions']).toContainEqual({ action: 'note', whyNot: null, sentence: null });
    expect(JSON.stringify(body)).not.toContain('read_contact');
    const holder = await ask('GET', path, { code: codeOf(world.communityId, voice.id), headers: { 'accept-language': 'zh-CN' } });
    expect(holder.body).toMatchObject({ desk: null, stage: 'answered' });
    expect(holder.body['allowedActions']).toContainEqual({ action: 'confirmation', whyNot: null, sentence: null });
    expect(schemaOf('findVoice')?.parse(holder.body)).toEqual(holder.body);
  });

  it('never tells how to reach the one who spoke, in no record and no list', async () => {
    const { slug, worker, secretary } = await makeWorld();
    const { body } = await ask('POST', `/communities/${slug}/voices`, { body: spoken });
    for (const viewer of [worker, secretary]) {
      const token = await tokenOf(viewer);
      for (const path of [`/communities/${slug}/voices/${String(body['number'])}`, `/communities/${slug}/voices`]) {
        expect(JSON.stringify((await ask('GET', path, { token })).body)).not.toMatch(/Li Xiaohui|00012345678|li@example/);
      }
    }
  });

  it('stops guessing after five wrong codes', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    const guess = (code: string) => ask('GET', `/communities/${world.slug}/voices/${voice.number}`, { code });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess('12345678')).body['code']).toBe('voice.number-or-code');
    const refused = await guess(codeOf(world.communityId, voice.id));
    expect(refused).toMatchObject({ status: 429, body: { code: 'access.too-many' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('lists', () => {
  it('a walk with the cursor meets every voice once while new ones arrive', async () => {
    const world = await makeWorld();
    const numbers: string[] = [];
    for (let count = 0; count < 23; count += 1) numbers.push((await aVoice(world)).number);
    const token = await tokenOf(world.worker);
    for (const tab of ['all', 'community']) {
      const met: string[] = [];
      let cursor: string | null = '';
      for (let page = 0; cursor !== null && page < 50; page += 1) {
        const bookmark = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { status, body } = await ask('GET', `/communities/${world.slug}/voices?tab=${tab}&limit=7${bookmark}`, { token });
        expect(status).toBe(200);
        expect(schemaOf('findVoices')?.parse(body)).toEqual(body);
        met.push(
          ...JSON.stringify(body['voices'])
            .matchAll(/"number":"([\d-]+)"/g)
            .map((found) => found[1] ?? ''),
        );
        cursor = typeof body['next'] === 'string' ? body['next'] : null;
        if (page < 2) await aVoice(world);
      }
      expect(new Set(met).size).toBe(met.length);
      expect(numbers.filter((number) => !met.includes(number))).toEqual([]);
    }
  });

  it('is for those who serve there, takes filters and refuses what it does not know', async () => {
    const world = await makeWorld();
    const path = `/communities/${world.slug}/voices`;
    const token = await tokenOf(world.worker);
    await aVoice(world, 'received', { kind: 'question', words: 'When does the library open' });
    await aVoice(world);
    expect((await ask('GET', path)).status).toBe(401);
    expect((await ask('GET', path, { token: await tokenOf((await makeWorld()).secretary) })).status).toBe(403);
    expect((await ask('GET', `${path}?kind=question`, { token })).body['voices']).toHaveLength(1);
    expect((await ask('GET', `${path}?search=library`, { token })).body['voices']).toHaveLength(1);
    for (const wrong of ['limit=101', 'limit=0', 'colour=red', 'kind=shout', 'cursor=abc.def', 'tab=mine&tab=all', 'search=%00']) {
      expect(await ask('GET', `${path}?${wrong}`, { token }), wrong).toMatchObject({ status: 422, body: { code: 'request.not-valid' } });
    }
    const { body } = await ask('GET', `${path}?limit=1`, { token });
    expect((await ask('GET', `${path}?limit=1&tab=mine&cursor=${String(body['next'])}`, { token })).status).toBe(422);
  });

  it('what is published is for everybody, and nothing else', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged', { ...leak, mayPublish: true });
    await aVoice(world, 'triaged', { mayPublish: true });
    await publishVoice(world.worker, voice, { title: 'A leaking pipe in building 3' });
    const { status, body } = await ask('GET', `/communities/${world.slug}/public-voices?search=leaking`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ voices: [{ number: voice.number, title: 'A leaking pipe in building 3' }], next: null });
    expect(schemaOf('findPublicVoices')?.parse(body)).toEqual(body);
    expect((await ask('GET', '/communities/nowhere/public-voices')).status).toBe(404);
  });
});
