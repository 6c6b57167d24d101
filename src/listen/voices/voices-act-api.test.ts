import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ask, tokenOf } from '#tests/api.ts';
import { useDatabase } from '#tests/database.ts';
import { aVoice, sorted, type Spoken } from '#tests/voices.ts';
import { makeWorld, type World } from '#tests/world.ts';
import { calendarFrom, chinaDays, nextWorkingDay, shanghaiDay } from '#foundation/calendar/index.ts';
import { actionNouns } from './action-nouns.ts';
import { codeOf, mergeVoice, publishVoice, referVoice, waitVoice } from './index.ts';
import { voicesActApi } from './voices-act-api.ts';

useDatabase();

type Who = 'worker' | 'colleague' | 'secretary' | 'speaker';
type Row = { who: Who; voice: (world: World) => Promise<Spoken>; body?: (world: World) => Promise<object> | object; wrong?: object };
const day = nextWorkingDay(calendarFrom(chinaDays), shanghaiDay(new Date(Date.now() + 3 * 86_400_000)));

/** Every action, by whom it succeeds and from where. `wrong`: a body that names the right fields and is unusable. */
const rows: Record<string, Row> = {
  acknowledgement: { who: 'worker', voice: (world) => aVoice(world) },
  triage: { who: 'worker', voice: (world) => aVoice(world, 'acknowledged'), body: () => sorted, wrong: { ...sorted, kind: 'shout' } },
  assignment: {
    who: 'colleague',
    voice: (world) => aVoice(world, 'triaged'),
    body: ({ worker }) => ({ ownerId: worker.personId }),
    wrong: { ownerId: 'nobody' },
  },
  acceptance: { who: 'worker', voice: (world) => aVoice(world, 'assigned') },
  decline: {
    who: 'worker',
    voice: (world) => aVoice(world, 'assigned'),
    body: () => ({ reason: 'Not in my power' }),
    wrong: { reason: ' ' },
  },
  answer: {
    who: 'worker',
    voice: (world) => aVoice(world, 'in_progress'),
    body: () => ({ words: 'The pipe is sealed.' }),
    wrong: { words: 7 },
  },
  wait: {
    who: 'worker',
    voice: (world) => aVoice(world, 'in_progress'),
    body: () => ({ reason: 'Spare part', untilDay: day }),
    wrong: { reason: 'Spare part', untilDay: '2027-02-30' },
  },
  schedule: {
    who: 'secretary',
    voice: (world) => aVoice(world, 'in_progress'),
    body: () => ({ reason: 'Next round of repairs', day }),
    wrong: { reason: 'Next round', day: 'soon' },
  },
  resumption: {
    who: 'worker',
    voice: async (world) => {
      const voice = await aVoice(world, 'in_progress');
      await waitVoice(world.worker, voice, { reason: 'Spare part', untilDay: day });
      return voice;
    },
  },
  extension: {
    who: 'secretary',
    voice: (world) => aVoice(world, 'in_progress'),
    body: () => ({ days: 3, reason: 'The part is on its way' }),
    wrong: { days: 99, reason: 'Long' },
  },
  referral: {
    who: 'colleague',
    voice: (world) => aVoice(world, 'triaged'),
    body: () => ({ receiver: 'Water works' }),
    wrong: { receiver: '' },
  },
  'referral-confirmation': {
    who: 'colleague',
    voice: async (world) => {
      const voice = await aVoice(world, 'triaged');
      await referVoice(world.worker, voice, { receiver: 'Water works' });
      return voice;
    },
    body: () => ({ reference: 'Letter 12' }),
    wrong: { reference: null },
  },
  merge: {
    who: 'colleague',
    voice: (world) => aVoice(world, 'triaged'),
    body: async (world) => ({ into: (await aVoice(world, 'in_progress')).number }),
    wrong: { into: '' },
  },
  split: {
    who: 'colleague',
    voice: async (world) => {
      const [voice, other] = [await aVoice(world, 'triaged'), await aVoice(world, 'in_progress')];
      await mergeVoice(world.colleague, voice, { into: other.number });
      return voice;
    },
  },
  escalation: {
    who: 'worker',
    voice: (world) => aVoice(world, 'in_progress'),
    body: () => ({ reason: 'The main pipe', targetDay: day }),
    wrong: { reason: 'x' },
  },
  'follow-up': {
    who: 'colleague',
    voice: (world) => aVoice(world, 'answered'),
    body: () => ({ way: 'phone', outcome: 'not_reached' }),
    wrong: { way: 'phone', outcome: 'solved' },
  },
  'documented-closing': {
    who: 'colleague',
    voice: (world) => aVoice(world, 'answered'),
    body: () => ({ reasonCode: 'UNLAWFUL_OR_IMPOSSIBLE', evidence: 'Explained on the phone' }),
    wrong: { reasonCode: 'BORED', evidence: 'x' },
  },
  note: { who: 'worker', voice: (world) => aVoice(world), body: () => ({ words: 'Call after six' }), wrong: { words: '' } },
  publication: {
    who: 'colleague',
    voice: (world) => aVoice(world, 'triaged', { mayPublish: true }),
    body: () => ({ title: 'A leaking pipe' }),
    wrong: { title: '' },
  },
  'take-down': {
    who: 'colleague',
    voice: async (world) => {
      const voice = await aVoice(world, 'triaged', { mayPublish: true });
      await publishVoice(world.worker, voice, { title: 'A leaking pipe' });
      return voice;
    },
  },
  confirmation: { who: 'speaker', voice: (world) => aVoice(world, 'answered'), body: () => ({ rating: 5 }), wrong: { rating: 6 } },
  reopening: {
    who: 'speaker',
    voice: (world) => aVoice(world, 'answered'),
    body: () => ({ reason: 'It drips again' }),
    wrong: { reason: '' },
  },
  withdrawal: { who: 'speaker', voice: (world) => aVoice(world), body: () => ({ underPressure: false }), wrong: { underPressure: 'no' } },
  addition: { who: 'speaker', voice: (world) => aVoice(world), body: () => ({ words: 'Also in the kitchen' }), wrong: {} },
};

describe('actions on a voice', () => {
  it('are all in this table, and every action of the rooms has its address', () => {
    const nouns = voicesActApi.map(({ path }) => path.split('/').at(-1) ?? '');
    expect(nouns.toSorted()).toEqual(Object.keys(rows).toSorted());
    expect(nouns.toSorted()).toEqual([...new Set<string>(Object.values(actionNouns))].toSorted());
  });

  it.each(Object.entries(rows))('%s: 401, 403, 404, 422, then 201 once, and the same answer again', async (noun, row) => {
    const [world, elsewhere] = [await makeWorld(), await makeWorld()];
    const voice = await row.voice(world);
    const body = (await row.body?.(world)) ?? {};
    const path = `/communities/${world.slug}/voices/${voice.number}/${noun}`;
    const key = row.who === 'speaker' ? { code: codeOf(world.communityId, voice.id) } : { token: await tokenOf(world[row.who]) };
    const endpoint = voicesActApi.find((one) => one.path.endsWith(`/${noun}`));

    expect(await ask('POST', path, { body })).toMatchObject({ status: 401, body: { code: 'token.needed' } });
    expect(await ask('POST', path, { body, token: await tokenOf(world.worker, ['voices:read']) })).toMatchObject({
      status: 403,
      body: { code: 'token.scope-missing' },
    });
    expect((await ask('POST', path, { body, token: await tokenOf(elsewhere.secretary) })).status).toBe(404);
    expect((await ask('POST', path, { body, code: '00000000' })).status).toBe(row.who === 'speaker' ? 404 : 401);
    expect((await ask('POST', path, { body: { ...body, surprise: 1 }, ...key })).body['errors']).toMatchObject([
      { field: 'surprise', code: 'input.unknown-field' },
    ]);
    if (row.wrong)
      expect(await ask('POST', path, { body: row.wrong, ...key })).toMatchObject({ status: 422, body: { code: 'request.not-valid' } });

    const intent = { body, key: randomUUID(), ...key };
    const done = await ask('POST', path, intent);
    expect(done, JSON.stringify(done.body)).toMatchObject({ status: 201, body: { number: voice.number } });
    expect(endpoint?.answer.parse(done.body)).toEqual(done.body);
    expect(await ask('POST', path, intent)).toMatchObject({ status: 201, body: done.body });
  });

  it('refuse with the code of the rule and its words', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    const path = `/communities/${world.slug}/voices/${voice.number}/follow-up`;
    const refused = await ask('POST', path, { body: { way: 'phone', outcome: 'not_reached' }, token: await tokenOf(world.worker) });
    expect(refused).toMatchObject({
      status: 409,
      body: { type: '/api/v1/problems/voice.owner-cannot-judge', code: 'voice.owner-cannot-judge', detail: expect.stringMatching(/\w/) },
    });
  });

  it('cannot be done by the code of another voice', async () => {
    const world = await makeWorld();
    const [mine, theirs] = [await aVoice(world), await aVoice(world)];
    const path = `/communities/${world.slug}/voices/${theirs.number}/withdrawal`;
    expect((await ask('POST', path, { body: {}, code: codeOf(world.communityId, mine.id) })).status).toBe(404);
  });
});
