import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, tokenOf } from '#tests/api.ts';
import { useDatabase } from '#tests/database.ts';
import { aVoice } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { endAccessToken, findViewerByToken } from '#community/people/index.ts';
import { installation } from '#foundation/server/installation.ts';
import { hasRefusalWords } from '#foundation/refusal-words.ts';
import { endpoints } from './endpoints.ts';
import { problemSchema } from './problem.ts';

useDatabase();
afterEach(() => void vi.restoreAllMocks());
const spoken = { words: 'Water drips', placeWords: 'Building 3' };

describe('problems', () => {
  it('have the shape of RFC 9457, a code, words in the language of the reader and a type that can be read', async () => {
    const missing = await ask('GET', '/communities/nowhere/public-voices');
    expect(missing.headers.get('content-type')).toBe('application/problem+json');
    expect(problemSchema.parse(missing.body)).toEqual({
      type: '/api/v1/problems/access.not-found',
      title: 'Not found',
      status: 404,
      code: 'access.not-found',
      detail: 'Not found.',
    });
    const chinese = await ask('GET', '/communities/nowhere/public-voices', { headers: { 'accept-language': 'zh' } });
    expect(chinese.body).toMatchObject({ code: 'access.not-found', title: '没有找到' });
    expect(chinese.headers.get('content-language')).toBe('zh-CN');
    for (const language of ['en', 'zh-CN']) {
      const page = await ask('GET', `/problems/access.too-many?language=${language}`);
      expect(page.status).toBe(200);
      expect(page.body['text']).toContain('access.too-many');
    }
    expect((await ask('GET', '/problems/no.such-code')).status).toBe(404);
  });

  it.each([
    ['a body that is no JSON', { body: '{"words":' }, 400, 'request.malformed'],
    ['a list instead of an object', { body: [] }, 400, 'request.malformed'],
    ['a NUL', { body: { ...spoken, words: 'a\0b' } }, 400, 'request.malformed'],
    ['half a character', { body: '{"words":"\\ud800","placeWords":"x"}' }, 400, 'request.malformed'],
    ['a very deep body', { body: '['.repeat(120_000) }, 400, 'request.malformed'],
    ['a form', { body: 'words=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'request.media-type'],
    ['no content type', { body: '{}', headers: { 'content-type': '' } }, 415, 'request.media-type'],
    ['a very long body', { body: { ...spoken, words: 'x'.repeat(300_000) } }, 413, 'request.too-large'],
    ['a short key', { body: spoken, key: 'x' }, 422, 'request.not-valid'],
    [
      'another site, said by an older browser',
      { body: spoken, headers: { origin: 'https://elsewhere.example' } },
      403,
      'access.cross-site',
    ],
    ['another site', { body: spoken, headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'access.cross-site'],
    ['a hidden prototype', { body: '{"words":"x","placeWords":"y","__proto__":{"a":1}}' }, 422, 'request.not-valid'],
  ])('%s is refused', async (_, asked, status, code) => {
    const { slug } = await makeWorld();
    const answer = await ask('POST', `/communities/${slug}/voices`, asked);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(problemSchema.safeParse(answer.body).error).toBeUndefined();
  });

  it('a parameter given twice is refused: nobody could say which was meant', async () => {
    const { slug } = await makeWorld();
    const answer = await ask('GET', `/communities/${slug}/public-voices?limit=1&limit=2`);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'limit' }] } });
  });

  it('another method is 405 and says which would do; another address is 404', async () => {
    const { slug } = await makeWorld();
    const wrong = await ask('DELETE', `/communities/${slug}/voices`);
    expect(wrong).toMatchObject({ status: 405, body: { code: 'request.method' } });
    expect(wrong.headers.get('allow')?.split(', ').toSorted()).toEqual(['GET', 'HEAD', 'POST']);
    expect((await ask('POST', '/me', { body: {} })).headers.get('allow')).toBe('GET, HEAD');
    expect(await ask('GET', '/nothing/here')).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
  });

  it('a bug is 500 with a number to quote, and nothing of its insides', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const endpoint = endpoints.find(({ id }) => id === 'listCommunities');
    if (!endpoint) throw new Error('no such endpoint');
    vi.spyOn(endpoint, 'run').mockRejectedValue(new Error('secret at /srv/file.ts'));
    const failed = await ask('GET', '/communities');
    expect(failed).toMatchObject({ status: 500, body: { code: 'request.failed', reference: expect.stringMatching(/^[0-9a-f]{6}$/) } });
    expect(JSON.stringify(failed.body)).not.toContain('secret');
    expect(told.mock.calls[0]?.[0]).toContain(String(failed.body['reference']));
  });

  it('every code of the API has words', () => {
    for (const code of [
      'request.not-valid',
      'request.malformed',
      'request.media-type',
      'request.too-large',
      'request.method',
      'request.failed',
      'request.key-not-usable',
      'request.token-or-code',
      'request.key-reused',
      'token.needed',
      'token.not-valid',
      'token.scope-missing',
      'input.unknown-field',
      'input.not-usable',
      'voice.number-or-code',
    ]) {
      expect(hasRefusalWords(code), code).toBe(true);
    }
  });
});

describe('who is calling', () => {
  it('a token is good until it ends, and never reaches further than its owner', async () => {
    const { worker, slug } = await makeWorld();
    const token = await tokenOf(worker, ['voices:read']);
    const me = await ask('GET', '/me', { token });
    expect(me).toMatchObject({
      status: 200,
      body: { id: worker.personId, name: 'Worker', scopes: ['voices:read'], roles: [{ role: 'community_worker', communities: [slug] }] },
    });
    const long = await tokenOf(worker, ['voices:read'], 1, new Date(Date.now() - 2 * 86_400_000));
    for (const wrong of [long, `huiyin_${'x'.repeat(43)}`, 'nonsense', '']) {
      const refused = await ask('GET', '/me', { headers: { authorization: `Bearer ${wrong}` } });
      expect(refused, wrong).toMatchObject({ status: 401, body: { code: 'token.not-valid' } });
      expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
    expect((await ask('GET', '/me')).headers.get('www-authenticate')).toBe('Bearer realm="huiyin"');
    const scoped = await ask('GET', `/communities/${slug}/statistics`, { token });
    expect(scoped).toMatchObject({ status: 403, body: { code: 'token.scope-missing' } });
    expect(scoped.headers.get('www-authenticate')).toContain('insufficient_scope');
  });

  it('an ended token is refused at once', async () => {
    const { worker } = await makeWorld();
    const token = await tokenOf(worker);
    const held = await findViewerByToken(token);
    await endAccessToken(worker, held?.tokenId ?? '');
    expect((await ask('GET', '/me', { token })).status).toBe(401);
  });

  it('a cookie is nobody, and token and code together are refused', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    const path = `/communities/${world.slug}/voices/${voice.number}`;
    expect((await ask('GET', path, { headers: { cookie: '__Host-huiyin=anything; huiyin=anything' } })).status).toBe(401);
    expect(await ask('GET', path, { token: await tokenOf(world.worker), code: '12345678' })).toMatchObject({
      status: 400,
      body: { code: 'request.token-or-code' },
    });
  });
});

describe('limits', () => {
  it('count writes by address without a token, and by token with one', async () => {
    const world = await makeWorld();
    const { settings } = installation();
    const kept = settings.HUIYIN_API_WRITES_PER_MINUTE;
    settings.HUIYIN_API_WRITES_PER_MINUTE = 3;
    try {
      const address = randomUUID();
      const submit = (more: object = {}) => ask('POST', `/communities/${world.slug}/voices`, { body: spoken, address, ...more });
      for (let count = 0; count < 3; count += 1) expect((await submit()).status).toBe(201);
      const refused = await submit();
      expect(refused).toMatchObject({ status: 429, body: { code: 'access.too-many' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await submit({ token: await tokenOf(world.worker) })).status).toBe(201);
      expect((await ask('GET', '/communities', { address })).status).toBe(200);
    } finally {
      settings.HUIYIN_API_WRITES_PER_MINUTE = kept;
    }
  });
});

describe('the ground', () => {
  it('lists the communities for everybody', async () => {
    const { slug } = await makeWorld();
    const { status, body } = await ask('GET', '/communities');
    expect(status).toBe(200);
    expect(body['communities']).toContainEqual(expect.objectContaining({ slug }));
    expect(endpoints.find(({ id }) => id === 'listCommunities')?.answer.parse(body)).toEqual(body);
  });
});
