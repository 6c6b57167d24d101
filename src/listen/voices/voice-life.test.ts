import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { live, makeTown, someSteps, type Deed, type Town } from '#tests/life.ts';
import { at, speak } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database } from '#foundation/server/database.ts';
import { nobody, theClock } from '#community/people/index.ts';
import { countClosings } from './count-closings.ts';
import { countVoices } from './count-voices.ts';
import { findPublicVoices, findPublicVoicesInput } from './find-public-voices.ts';
import { findVoices, findVoicesInput } from './find-voices.ts';
import { loadVoice } from './load-voice.ts';
import { countTabs } from './queue-tabs.ts';
import { channels, formatNumber, isStage, stages } from './voice.ts';
import { answerDue } from './voice-clock.ts';

useDatabase();
const lives = Number(process.env['HUIYIN_TEST_LIVES'] ?? 8);

describe('the life of voices', () => {
  it('V1 V2 V3 V4 V5 V6 V7 V8 V9: hold after every step of any life, allowed or not', async () => {
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(someSteps, async (steps) => {
        const town = await makeTown();
        for (const step of steps) {
          const deed = await live(town, step);
          if (deed) {
            checkDeed(town, deed);
            if (deed.done) tried.set(deed.verb, (tried.get(deed.verb) ?? 0) + 1);
          }
          // What was refused has changed nothing: that is checked as well when the next thing is done.
          if (!deed || deed.done) await checkTown(town);
        }
      }),
      { numRuns: lives, endOnFailure: true },
    );
    // A life in which nothing happens would prove nothing.
    const done = (...verbs: string[]) => verbs.reduce((sum, verb) => sum + (tried.get(verb) ?? 0), 0);
    for (const verb of ['triage', 'assign', 'accept', 'answer']) expect(done(verb), verb).toBeGreaterThan(0);
    expect(done('confirm', 'follow_up', 'close_documented', 'reopen')).toBeGreaterThan(0);
  }, 240_000);

  it('V9: whatever the channel, the answer is due at the same moment', async () => {
    const world = await makeWorld();
    const now = at('2026-11-16 10:00');
    for (const channel of channels) await speak(world, { channel }, channel === 'web' ? nobody : world.worker, { now });
    const due = await database().selectFrom('voices').select('due_at').distinct().where('community_id', '=', world.communityId).execute();
    expect(due).toEqual([{ due_at: new Date('2026-11-23T23:59:59.999+08:00') }]);
  });

  it('V10: nobody is counted or ranked: no query groups by who spoke, no column holds a number about a person', async () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const file of files) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8');
      expect(text, file).not.toMatch(/group\s*by[^`;]*(reporter|person_id|phone)/i);
      expect(text, file).not.toMatch(/groupBy\([^)]*(reporter|person_id|phone)/);
    }
    const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns
      where table_name in ('reporters', 'people') and column_name <> 'community_id'
        and data_type in ('integer', 'smallint', 'bigint', 'numeric', 'real', 'double precision')`.execute(database());
    expect(rows).toEqual([]);
  });
});

/** What is done was allowed, and never by the wrong person (V4, V6). */
function checkDeed({ accused }: Town, { verb, viewer, voice, allowed, done }: Deed): void {
  if (!done || verb === 'submit') return;
  expect(allowed, `${verb} by ${viewer.name ?? viewer.kind} from ${voice?.stage}`).toBe(true);
  if (['confirm', 'follow_up', 'close_documented'].includes(verb))
    expect(viewer.personId === null || viewer.personId !== voice?.ownerId, `V4 ${verb}`).toBe(true);
  if (viewer.personId === accused.personId) expect(voice?.accusedIds, `V6 ${verb}`).not.toContain(accused.personId);
}

async function checkTown(town: Town): Promise<void> {
  const db = database();
  const { communityId } = town;
  const rows = await db.selectFrom('voices').selectAll().where('community_id', '=', communityId).orderBy('serial').execute();
  const walls = await db.selectFrom('voice_accused').select(['voice_id', 'person_id']).where('community_id', '=', communityId).execute();
  const deadlines = await db
    .selectFrom('voice_deadlines')
    .select(['voice_id', 'due_at'])
    .where('community_id', '=', communityId)
    .orderBy('set_at')
    .execute();
  const closings = await db.selectFrom('voice_closings').selectAll().where('community_id', '=', communityId).execute();
  const calendar = await currentCalendar();

  expect(
    rows.map((row) => formatNumber(row.year, row.serial)),
    'V1',
  ).toEqual(town.spoken.map((spoken) => spoken.number));
  for (const row of rows) {
    const stage = isStage(row.stage) ? row.stage : 'received';
    const accusedIds = walls.filter((wall) => wall.voice_id === row.id).map((wall) => wall.person_id);
    if (stage.startsWith('closed')) {
      const closing = closings.find((one) => one.voice_id === row.id && one.round === row.round);
      const shown = closing?.confirmed_by ? closing.rating !== null : closing?.reason_code !== null && closing?.recorded_by !== null;
      expect(closing !== undefined && shown && closing.recorded_by !== closing.owner_id, 'V3').toBe(true);
    }
    if (stages[stage].bucket === 'open') {
      expect(row.owner_id !== null, `V5 ${stage}`).toBe(owned.includes(stage));
      expect(accusedIds, 'V5').not.toContain(row.owner_id ?? row.first_receiver_id);
    }
    const dates = deadlines.filter((one) => one.voice_id === row.id);
    expect(row.due_at, 'V7').toEqual(dates.at(-1)?.due_at);
    expect(row.original_due_at, 'V7').toEqual(dates[0]?.due_at);
    expect(row.original_due_at, 'V9').toEqual(answerDue(calendar, row.received_at));
  }
  await checkCounts(town, rows);
  await checkWall(
    town,
    rows.filter((row) => walls.some((wall) => wall.voice_id === row.id && wall.person_id === town.accused.personId)),
  );
}

const owned = ['assigned', 'in_progress', 'waiting_external', 'scheduled', 'answered'];
type Row = { id: string; year: number; serial: number; stage: string; channel: string };

async function checkCounts({ communityId, spoken }: Town, rows: Row[]): Promise<void> {
  const { all, byChannel } = await countVoices(theClock, communityId);
  expect(all.received, 'V2').toBe(spoken.length);
  for (const counts of [all, ...byChannel.values()]) {
    const out = counts.open + counts.confirmed + counts.documented + counts.merged + counts.referred + counts.withdrawn;
    expect(out, 'V2').toBe(counts.received);
  }
  for (const [channel, counts] of byChannel)
    expect(counts.received, `V2 ${channel}`).toBe(spoken.filter((one) => one.channel === channel).length);
  const standing = (await countClosings(theClock, communityId, { from: at('2026-01-01 00:00'), to: at('2028-01-01 00:00') })).reduce(
    (sum, month) => sum + month.confirmed + month.documented,
    0,
  );
  expect(standing, 'V8').toBe(rows.filter((row) => row.stage.startsWith('closed')).length);
}

/** V6: whoever is named finds nothing, counts nothing, reads nothing. */
async function checkWall({ communityId, accused }: Town, walled: Row[]): Promise<void> {
  if (walled.length === 0) return;
  const hidden = walled.map((row) => formatNumber(row.year, row.serial));
  const found = await findVoices(accused, communityId, findVoicesInput.parse({ tab: 'all', limit: 100 }));
  const searched = await findVoices(accused, communityId, findVoicesInput.parse({ tab: 'all', search: 'Accused', limit: 100 }));
  const shown = await findPublicVoices(communityId, findPublicVoicesInput.parse({ limit: 50 }));
  for (const row of [...found.rows, ...searched.rows, ...shown.rows]) expect(hidden, 'V6').not.toContain(row.number);
  const { all } = await countVoices(accused, communityId);
  expect(all.received, 'V6').toBe(found.rows.length);
  expect((await countTabs(accused, communityId)).all, 'V6').toBe(found.rows.length);
  for (const row of walled) {
    expect(await loadVoice(database(), accused, { communityId, id: row.id }), 'V6').toBeNull();
    expect(await loadVoice(database(), accused, { communityId, number: formatNumber(row.year, row.serial) }), 'V6').toBeNull();
  }
}
