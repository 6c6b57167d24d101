import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { writeVoices } from '#tests/written-voices.ts';
import { makeWorld } from '#tests/world.ts';
import { findBoard } from '#statistics/index.ts';
import { boardTable } from './board-table.ts';

useDatabase();

it('takes along what the board shows: sums that add up, and what is hidden stays hidden', async () => {
  const world = await makeWorld();
  await writeVoices(world, 3, { stage: 'closed_confirmed', channel: 'paper' });
  await writeVoices(world, 2, { stage: 'merged', channel: 'web' });
  const { header, rows } = boardTable(await findBoard(world.secretary, world.communityId), 'en');
  expect(rows.every((row) => row.length === header.length)).toBe(true);
  const part = rows[0]?.[0];
  const sums = rows.filter((row) => row[0] === part);
  const byItem = Map.groupBy(sums, (row) => row[1]);
  expect(byItem.size).toBe(10);
  for (const lines of byItem.values()) {
    const [received = 0, ...others] = lines.map((line) => Number(line[3]));
    expect(others.reduce((sum, count) => sum + count, 0)).toBe(received);
  }
  expect(rows.filter((row) => row[3] === '<10')).toHaveLength(3);
});
