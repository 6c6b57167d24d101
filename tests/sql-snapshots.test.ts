import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from './database.ts';
import { holderOf, makeWorld, type World } from './world.ts';
import { connect, database, disconnect } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import {
  countVoices,
  findPublicVoices,
  findPublicVoicesInput,
  findVoices,
  findVoicesInput,
  loadVoice,
  submitVoice,
  submitVoiceInput,
} from '#listen/voices/index.ts';

// The SQL our named queries really send, kept in db/queries and read in every review.

const clone = useDatabase();
const sent: string[] = [];
let world: World;
let number = '';

beforeAll(async () => {
  await disconnect();
  connect(clone.url(), 4, (sql) => sent.push(sql));
  world = await makeWorld();
  ({ number } = await submitVoice(nobody, world.communityId, submitVoiceInput.parse({ words: 'x', placeWords: 'y' })));
});

const queries: [string, () => Promise<unknown>][] = [
  ['find-voices-mine', () => findVoices(world.worker, world.communityId, findVoicesInput.parse({}))],
  ['find-voices-search', () => findVoices(world.secretary, world.communityId, findVoicesInput.parse({ tab: 'all', search: '漏水' }))],
  ['load-voice-staff', () => loadVoice(database(), world.worker, { communityId: world.communityId, number })],
  [
    'load-voice-holder',
    () =>
      loadVoice(database(), holderOf(world.communityId, '00000000-0000-7000-8000-000000000000'), {
        communityId: world.communityId,
        number,
      }),
  ],
  ['count-voices', () => countVoices(world.secretary, world.communityId)],
  ['find-public-voices', () => findPublicVoices(world.communityId, findPublicVoicesInput.parse({ search: '路灯' }))],
  [
    'submit-voice',
    () => submitVoice(nobody, world.communityId, submitVoiceInput.parse({ words: 'x', placeWords: 'y' }), [], { key: 'snapshot-key' }),
  ],
];

it.each(queries)('%s', async (name, run) => {
  sent.length = 0;
  await run();
  await expect(`${sent.map(laidOut).join(';\n\n')};\n`).toMatchFileSnapshot(`../db/queries/${name}.sql`);
});

/** One clause per line, so that a diff shows what changed. */
function laidOut(sql: string): string {
  return sql
    .replace(/\s+/g, ' ')
    .replace(/ (from|where|inner join|left join|order by|group by|limit|values|on conflict|returning|for update|set|union)\b/g, '\n  $1');
}
