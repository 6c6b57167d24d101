import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import {
  correctAccount,
  enterPhoneCode,
  enterPhoneCodeInput,
  findCards,
  findOwnAccount,
  findViewer,
  invitePerson,
  invitePersonInput,
  nobody,
  printCard,
  sendPhoneCode,
  sendPhoneCodeInput,
  signIn,
} from '#community/people/index.ts';
import { readContact, submitVoice, submitVoiceInput, tellReporter } from '#listen/voices/index.ts';
import { freshSession, fromSomewhere } from './account.ts';
import { useDatabase } from './database.ts';
import { filesHolding, serverFiles } from './server-files.ts';
import { bring, speak } from './voices.ts';
import { makeWorld } from './world.ts';

// A name, a number and an address that stand nowhere else are brought in by every way there is; then everything the
// database keeps is searched for them. The outbox stands for the telephone company and is left out.

useDatabase();
const began = Date.now() - 2000;
const [own, told, served] = ['00084610735', '00084610736', '00084610737'];
const canaries = ['8461073', 'Canaria Quint', '金丝雀奎因', 'canaria@quint.example'];

beforeAll(async () => {
  const world = await makeWorld();
  const { communityId } = world;
  const contact = { name: 'Canaria Quint', phone: told, email: 'canaria@quint.example', contactHours: 'evenings' };
  const input = submitVoiceInput.parse({ words: 'Water', placeWords: 'Yard', responseMethod: 'sms', ...contact });
  const visitor = { ...nobody, address: 'somewhere' };
  const { voiceId } = await submitVoice(visitor, communityId, input, [], { key: newId() });
  await submitVoice(world.worker, communityId, { ...input, channel: 'telephone', name: '金丝雀奎因' }, [], { key: newId() });
  await tellReporter({ communityId, voiceId, template: 'received', deliveryId: newId() });
  const answered = await bring(world, await speak(world, contact), 'answered');
  await readContact(world.colleague, answered, { purpose: 'call' });
  await byPhone(communityId);
  await printCard(world.worker, communityId, { name: 'Canaria Quint' }, { key: newId() });
  await findCards(world.worker, communityId);
  const staff = invitePersonInput.parse({ name: 'Known To All', username: `u${Date.now()}`, role: 'liaison_officer', phone: served });
  await invitePerson(world.secretary, freshSession(), communityId, { ...staff, role: 'community_worker' }, { key: newId() });
  await signIn({ login: served, password: 'not the right one' }, fromSomewhere()).catch(() => undefined);
  await tellReporter({ communityId, voiceId: answered.id, template: 'answered', deliveryId: newId() });
});

/** Somebody signs in by telephone and then says what they are called. */
async function byPhone(communityId: number): Promise<void> {
  const requestId = await sendPhoneCode(communityId, sendPhoneCodeInput.parse({ phone: own }), fromSomewhere());
  const sent = readFileSync(join(installation().settings.HUIYIN_DATA, 'outbox', 'sms.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .at(-1);
  const code = /\b\d{6}\b/.exec(sent?.replace(own, '') ?? '')?.[0] ?? '';
  const token = await enterPhoneCode(communityId, enterPhoneCodeInput.parse({ requestId, code }), fromSomewhere());
  const { viewer } = (await findViewer(token)) ?? { viewer: nobody };
  await correctAccount(viewer, { name: '金丝雀奎因', locale: 'zh-CN' });
  expect(await findOwnAccount(viewer)).toMatchObject({ name: '金丝雀奎因', phone: own });
}

/** As it would stand in text, in bytes shown as hexadecimal, and in base64 at each of its three places. */
function disguises(canary: string): string[] {
  const bytes = Buffer.from(canary);
  const base64 = [0, 1, 2].map((by) =>
    Buffer.concat([Buffer.alloc(by), bytes])
      .toString('base64')
      .slice(by === 0 ? 0 : 4)
      .replace(/..=*$/, ''),
  );
  return [canary, bytes.toString('hex'), ...base64];
}

it('E4: no table holds a canary, in whatever form', async () => {
  const { rows: tables } = await sql<{ schema: string; name: string }>`select table_schema as schema, table_name as name
    from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    database(),
  );
  expect(tables.map(({ schema }) => schema)).toContain('pgboss');
  const forms = canaries.flatMap(disguises);
  for (const { schema, name } of tables) {
    const { rows } = await sql`select row::text from ${sql.table(`${schema}.${name}`)} as row
      where exists (select from unnest(${forms}::text[]) as form where strpos(row::text, form) > 0)`.execute(database());
    expect(rows, `${schema}.${name}`).toEqual([]);
  }
});

it('E4: no file of the database server holds a canary', async () => {
  const files = await serverFiles({ since: began, wal: true });
  if (!files) return;
  expect(files.length).toBeGreaterThan(10);
  expect(filesHolding(files, canaries)).toEqual([]);
});
