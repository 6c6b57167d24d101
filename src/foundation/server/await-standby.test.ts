import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { awaitStandby, standbysNeeded } from './await-standby.ts';
import { database } from './database.ts';

useDatabase();

it('does not wait where no standby is configured', async () => {
  await expect(awaitStandby(database())).resolves.toBeUndefined();
});

it.each([
  ['*', 1],
  ['a, b', 1],
  ['1 (a, b)', 1],
  ['FIRST 2 (a, b, c)', 2],
  ['any 3 (*)', 3],
])('%s needs %i', (names, count) => expect(standbysNeeded(names)).toBe(count));
