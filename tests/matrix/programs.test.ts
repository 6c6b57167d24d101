import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAccessToken, tokenScopes, type TokenScope } from '#community/people/index.ts';
import { endpoints } from '#api/endpoints.ts';
import { enterHouse } from './enter-house.ts';
import { fieldsInSchema } from './fields-of.ts';
import { prepareGround, type Ground } from './ground.ts';
import { answerOf, knock } from './knock.ts';
import { readFields, unlisted } from './read-fields.ts';
import { sharedVoice, type Planted } from './voices.ts';

// What matrix.test.ts doesn't ask of programs: keys that are real but made for something else, and fields no answer had yet.

enterHouse();
let ground: Ground;
let voice: Planted;
const listed = readFields();
const ways: Record<string, string> = { 'API post /communities/{slug}/voices': ' web' };

beforeAll(async () => {
  ground = await prepareGround();
  voice = await sharedVoice(ground, 'other', 'worker', 'in_progress');
});

describe.each(endpoints)('$method $path', ({ method, path, key, answer }) => {
  it('asks for a token made for this, and for the right code', async () => {
    const { scope, orCode, orNobody } = key;
    if (scope !== null) {
      const others = tokenScopes.filter((one) => one !== scope);
      expect(await askWith(method, path, { authorization: `Bearer ${await tokenFor(others)}` })).toBe('403');
    }
    const wrong = path.includes('{number}') && orCode ? '404' : orNobody ? 'allowed' : 'sign-in';
    if (wrong !== 'allowed') expect(await askWith(method, path, { 'x-voice-code': '00000000' })).toBe(wrong);
  });

  it('tells nothing but what fields.txt lists', () => {
    const door = `API ${method} ${path}`;
    expect(unlisted(listed, `${door}${ways[door] ?? ''}`, null, fieldsInSchema(z.toJSONSchema(answer)))).toEqual([]);
  });
});

async function askWith(method: 'get' | 'post', path: string, shown: Record<string, string>): Promise<string> {
  const address = `/api/v1${path}`.replace('{slug}', ground.here.world.slug).replace('{number}', voice.number);
  const headers = { accept: 'application/json', origin: null, 'sec-fetch-site': null, ...shown };
  return answerOf(await knock(address, { headers, ...(method === 'post' && { json: {} }) }), method === 'post');
}

async function tokenFor(scopes: TokenScope[]): Promise<string> {
  const session = { id: randomUUID(), kind: 'staff', assurance: 'full', steppedUpAt: new Date() } as const;
  const viewer = ground.comers.get('secretary')?.viewer ?? ground.here.person;
  return (await createAccessToken(viewer, session, { name: 'program', scopes, days: 1 })).token;
}
