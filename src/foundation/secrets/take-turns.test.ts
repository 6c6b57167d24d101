import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('never more than two at once, in order of arrival, and a failure frees its place', async () => {
  const inTurn = takeTurns(2);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5, 6].map((number) =>
      inTurn(async () => {
        running += 1;
        most = Math.max(most, running);
        started.push(number);
        await new Promise((done) => setTimeout(done, 5));
        running -= 1;
        if (number === 1) throw new Error('one fails');
        return number;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(results.map((result) => result.status === 'fulfilled')).toEqual([true, false, true, true, true, true, true]);
  expect(await inTurn(async () => 'still open')).toBe('still open');
});
