import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { speak } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { skipNumbers } from './skip-numbers.ts';

useDatabase();

it('V1: numbers that a lost part of the ledger may have given out are not given again, and the ledger says so', async () => {
  const world = await makeWorld();
  const before = await speak(world);
  expect(await skipNumbers(0)).toBe(0);
  expect(await skipNumbers(5)).toBeGreaterThan(0);
  const after = await speak(world);
  const serial = (number: string) => Number(number.split('-')[1]);
  expect(serial(after.number)).toBe(serial(before.number) + 26);
  const lines = await database().selectFrom('ledger_queue').select('entry').execute();
  const said = lines
    .map(({ entry }) => JSON.parse(entry.toString()))
    .filter(({ t, c }) => t === 'numbers.skipped' && c === String(world.communityId));
  expect(said.map(({ p }) => [serial(p.first), serial(p.last)])).toEqual([[serial(before.number) + 1, serial(after.number) - 1]]);
});
