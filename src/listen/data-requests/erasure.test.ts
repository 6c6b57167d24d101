import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { bring, rowOf, speak, type Spoken } from '#tests/voices.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { replayErasures } from '#community/people/index.ts';
import {
  addToVoice,
  closeDocumented,
  confirmVoice,
  correctContact,
  findVoicePage,
  followUpVoice,
  noteOnVoice,
  publishVoice,
  readContact,
  readPhotos,
  reopenVoice,
  withdrawVoice,
} from '#listen/voices/index.ts';
import { checkLedger, goOn } from '#ledger/index.ts';
import { askDataRequest } from './ask-data-request.ts';
import { decideDataRequest } from './decide-data-request.ts';

useDatabase();
const personal = [
  'quincebreath',
  'Zsolnayname',
  '0007654321',
  'zsolnay@example.org',
  'lanternhours',
  'cellardoorplace',
  'addedthimble',
  'closingpebble',
];
const [words = '', name = '', phone = '', email = '', hours = '', place = '', added = '', closing = ''] = personal;
const stages = [
  'received',
  'acknowledged',
  'triaged',
  'assigned',
  'in_progress',
  'answered',
  'confirmed',
  'documented',
  'reopened',
  'withdrawn',
] as const;

it('V1: erased in any state, number, dates, category and outcome stay, the ledger holds, and nothing personal is found anywhere', async () => {
  const world = await makeWorld();
  const wang = await makePerson(world, 'resident', 'Wang');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...stages), fc.boolean(), fc.boolean(), async (stage, published, signedIn) => {
      const voice = await lived(world, stage, published, signedIn ? wang : undefined);
      expect(await foundAnywhere(), stage).not.toEqual([]);
      const before = await skeletonOf(voice);
      await erase(world, voice);
      expect(await skeletonOf(voice)).toEqual(before);
      expect(await foundAnywhere(), stage).toEqual([]);
      const page = await findVoicePage(world.worker, voice);
      expect(page).toMatchObject({ erased: true, words: '', photos: [], privacy: 'anonymous', mayPublish: false });
      expect(page.timeline.map(({ event }) => event)).toContain('erased');
    }),
    { numRuns: 10, examples: stages.slice(4).map((stage) => [stage, true, true] satisfies [typeof stage, boolean, boolean]) },
  );
  await goOn(database(), { keysFolder: mkdtempSync(join(tmpdir(), 'huiyin-keys-')), publicAddress: 'https://voices.example.org' });
  expect((await checkLedger()).leaves).toBeGreaterThan(10);
  await expect(sql`delete from voices where community_id = ${world.communityId}`.execute(database())).rejects.toThrow('append-only');
}, 60_000);

it('E6: everything of a person goes together; what a back-up brings back goes again before the door opens', async () => {
  const world = await makeWorld();
  const wang = await makePerson(world, 'resident', name);
  const voice = await lived(world, 'confirmed', true, wang);
  const photo = (await findVoicePage(wang, voice)).photos[0]?.id ?? expect.fail('a photo');
  const back = await backUp(voice);
  const asked = await askDataRequest(wang, world.communityId, { kind: 'erase', way: 'page', insists: false });
  await decideDataRequest(world.secretary, { communityId: world.communityId, id: asked.requestId }, { outcome: 'done' });
  expect(await foundAnywhere()).toEqual([]);
  const { name: nothing } = await database().selectFrom('people').select('name').where('id', '=', wang.personId).executeTakeFirstOrThrow();
  expect(nothing).toBe('');
  const { pictures, settings } = installation();
  expect(await pictures.read(String(world.communityId), photo, 'full')).toBeNull();
  const journal = readFileSync(join(settings.HUIYIN_KEYS, 'erasures.jsonl'), 'utf8');
  expect(journal).toContain(voice.id);
  for (const secret of personal) expect(journal).not.toContain(secret);

  expect(await replayErasures()).toBe(0);
  await back();
  expect(await foundAnywhere()).not.toEqual([]);
  expect(await replayErasures()).toBe(1);
  expect(await foundAnywhere()).toEqual([]);
  expect(await replayErasures()).toBe(0);
});

it('writes into the journal at the next start what a crash kept out of it', async () => {
  const world = await makeWorld();
  const lost = { community_id: world.communityId, id: newId(), about: 'voice', subject_id: newId(), photos: [], erased_at: new Date() };
  await database().insertInto('erasures').values(lost).execute();
  await replayErasures();
  const journal = () => readFileSync(join(installation().settings.HUIYIN_KEYS, 'erasures.jsonl'), 'utf8').split(lost.subject_id).length - 1;
  expect(journal()).toBe(1);
  await replayErasures();
  expect(journal()).toBe(1);
});

it('a person who serves keeps their name beside what they decided', async () => {
  const world = await makeWorld();
  const asked = await askDataRequest(world.colleague, world.communityId, { kind: 'erase', way: 'page', insists: false });
  const ref = { communityId: world.communityId, id: asked.requestId };
  await expect(decideDataRequest(world.secretary, ref, { outcome: 'done' })).rejects.toThrow('data-request.serves');
});

async function lived(
  world: World,
  stage: (typeof stages)[number],
  published: boolean,
  viewer?: Parameters<typeof speak>[2],
): Promise<Spoken> {
  const said = { words, name, phone, email, contactHours: hours, placeWords: place, mayPublish: true, responseMethod: 'sms' } as const;
  const voice = await speak(world, said, viewer);
  const photos = await readPhotos([
    {
      bytes: await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
    },
  ]);
  await addToVoice(voice.speaker, voice, { words: added }, photos, { key: newId() });
  await correctContact(voice.speaker, voice, { way: 'page', phone });
  if (stage === 'received') return voice;
  const way = ['acknowledged', 'triaged', 'assigned', 'in_progress', 'answered'] as const;
  await bring(world, voice, way.find((one) => one === stage) ?? 'answered');
  if (stage === 'acknowledged') return voice;
  await noteOnVoice(world.colleague, voice, { words: `${name} ${phone}` });
  await readContact(world.colleague, voice, { purpose: 'call' });
  if (published) await publishVoice(world.colleague, voice, { title: `${words} published`, outcome: place });
  if (stage === 'withdrawn') await withdrawVoice(voice.speaker, voice, { underPressure: true, words: closing });
  if (stage === 'confirmed') await confirmVoice(voice.speaker, voice, { rating: 5, words: closing });
  if (stage === 'reopened') await reopenVoice(voice.speaker, voice, { reason: closing });
  if (stage === 'documented') {
    await followUpVoice(world.colleague, voice, { way: 'phone', outcome: 'would_not_say', note: closing });
    await closeDocumented(world.colleague, voice, { reasonCode: 'RESIDENT_DECLINED_TO_CONFIRM', evidence: 'Called twice.' });
  }
  return voice;
}

async function erase(world: World, voice: Spoken): Promise<void> {
  const asked = await askDataRequest(voice.speaker, world.communityId, {
    kind: 'erase',
    way: 'page',
    insists: true,
    wish: `erase ${name}`,
  });
  await decideDataRequest(world.worker, { communityId: world.communityId, id: asked.requestId }, { outcome: 'done' }, { key: newId() });
}

/** What V1 promises to keep. */
async function skeletonOf(voice: Spoken): Promise<object> {
  const { year, serial, kind, channel, stage, round, category, received_at, due_at, original_due_at, answered_at, closed_at, owner_id } =
    await rowOf(voice);
  const closings = await database()
    .selectFrom('voice_closings')
    .select(['kind', 'rating', 'reason_code', 'evidence', 'closed_at'])
    .where('voice_id', '=', voice.id)
    .execute();
  const answers = await database().selectFrom('voice_answers').selectAll().where('voice_id', '=', voice.id).execute();
  return {
    year,
    serial,
    kind,
    channel,
    stage,
    round,
    category,
    received_at,
    due_at,
    original_due_at,
    answered_at,
    closed_at,
    owner_id,
    closings,
    answers,
  };
}

/** The tables in which one of the personal words is found, in whatever column. */
async function foundAnywhere(): Promise<string[]> {
  const { rows } = await sql<{
    schema: string;
    name: string;
  }>`select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(database());
  const needles = sql`${personal.map((one) => `%${one}%`)}::text[]`;
  const asked = rows.map(
    ({ schema, name: table }) =>
      sql`select ${sql.lit(table)} as found where exists (select from ${sql.table(`${schema}.${table}`)} t where t::text ilike any(${needles}))`,
  );
  const { rows: hits } = await sql<{ found: string }>`${sql.join(asked, sql` union all `)}`.execute(database());
  return hits.map(({ found }) => found);
}

/** What a back-up made before the erasure would bring back of a voice. */
async function backUp(voice: Spoken): Promise<() => Promise<void>> {
  const row = await rowOf(voice);
  return async () => {
    await database()
      .updateTable('voices')
      .set({ words: row.words, place_words: row.place_words, erased_at: null })
      .where('id', '=', voice.id)
      .execute();
  };
}
