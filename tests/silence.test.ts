import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { codeOf as codeOfApp, fromSomewhere, makeEnrolled, password, sessionOf } from '#tests/account.ts';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { api } from '#api/app.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { codeOf, openByCode, submitVoice, submitVoiceInput } from '#listen/voices/index.ts';
import {
  createAccessToken,
  enterCode,
  enterInvitationCode,
  enterPhoneCode,
  nobody,
  printCard,
  sendPhoneCode,
  signIn,
} from '#community/people/index.ts';

// What must never be written down: a few journeys, right and wrong, with everything the process says caught, and every
// row of the records that are kept. No password, code, token, number or name may be found in them (ASVS 16.2.5).

useDatabase();
const said: string[] = [];
const hear = (...parts: unknown[]) =>
  void said.push(
    parts.map((part) => (part instanceof Error ? `${part.stack}` : typeof part === 'string' ? part : JSON.stringify(part))).join(' '),
  );
const ears = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name).mockImplementation(hear));
const out = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0);
afterAll(() => [...ears, out].forEach((ear) => ear.mockRestore()));

it('secrets and personal data of a few journeys are in no log and in no record', async () => {
  const secrets = new Map<string, string>();
  const keep = (name: string, value: string) => secrets.set(name, value).get(name) ?? '';
  const world = await makeWorld();
  const phone = keep('phone', `0009${String(randomBytes(4).readUInt32BE(0)).padStart(10, '0').slice(0, 7)}`);

  const requestId = await sendPhoneCode(world.communityId, { phone, locale: 'en' }, fromSomewhere());
  const outbox = readFileSync(join(installation().settings.HUIYIN_DATA, 'outbox', 'sms.jsonl'), 'utf8');
  const sms = keep('text code', JSON.parse(outbox.trim().split('\n').at(-1) ?? '{}').vars.code);
  await enterPhoneCode(world.communityId, { requestId, code: '999999', locale: 'en' }, fromSomewhere()).catch(() => undefined);
  keep('resident session', await enterPhoneCode(world.communityId, { requestId, code: sms, locale: 'en' }, fromSomewhere()));

  const account = await makeEnrolled(world);
  keep('password', password);
  keep('wrong password', 'a wrong but telling word');
  keep('authenticator', account.secret.replaceAll(' ', ''));
  account.codes.forEach((code, at) => keep(`recovery code ${at}`, code));
  await signIn({ login: account.username, password: 'a wrong but telling word' }, fromSomewhere()).catch(() => undefined);
  const half = keep('half a session', (await signIn({ login: account.username, password }, fromSomewhere())).token);
  keep('session', (await enterCode(await sessionOf(half), { code: codeOfApp(account.secret) })).token);
  const token = keep(
    'access token',
    (await createAccessToken(account.viewer, account.session, { name: 'program', scopes: ['voices:write'], days: 1 })).token,
  );

  const card = keep('card', (await printCard(world.worker, world.communityId, { name: 'Granny Mi' })).code);
  await enterInvitationCode(world.communityId, { card }, fromSomewhere());

  const name = keep('name', 'Quincy Umberfeld');
  const spoken = { words: keep('words', 'The quince by the gate'), placeWords: 'Gate', name, phone };
  const voice = await submitVoice(nobody, world.communityId, submitVoiceInput.parse(spoken));
  keep('query code', codeOf(world.communityId, voice.voiceId));
  await openByCode(world.communityId, voice.number, '00000000', 'somewhere').catch(() => undefined);

  // An accident while all of that is in the request.
  const broken = vi.spyOn(installation().keys, 'subkey').mockImplementation(() => {
    throw new Error(`no key for "${phone}" and ${token}`);
  });
  const answer = await api.fetch(
    new Request(`http://localhost/api/v1/communities/${world.slug}/voices/${voice.number}`, { headers: { 'x-voice-code': '12345678' } }),
    { address: 'somewhere' },
  );
  broken.mockRestore();
  expect(answer.status).toBe(500);
  const told = await answer.text();
  expect(said.join('\n')).toContain('"where":"api"');

  const records = await Promise.all(
    (
      ['security_events', 'events', 'rate_limits', 'idempotency_keys', 'access_tokens', 'sessions', 'invitations', 'passwords'] as const
    ).map((table) => database().selectFrom(table).selectAll().execute()),
  );
  const written = { log: said.join('\n'), answer: told, records: JSON.stringify(records) };
  for (const [place, text] of Object.entries(written)) {
    for (const [what, secret] of secrets) expect(text.includes(secret) ? `${what} in the ${place}` : '').toBe('');
  }
});
