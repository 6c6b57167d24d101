import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('asks once for many, again after the span, and never remembers a failure', async () => {
  let asked = 0;
  const ask = remembered(0.05, async (key: string) => {
    asked += 1;
    if (key === 'bad') throw new Error('no');
    return `${key} ${asked}`;
  });
  expect(await Promise.all([ask('a'), ask('a'), ask('a')])).toEqual(['a 1', 'a 1', 'a 1']);
  await new Promise((resolve) => setTimeout(resolve, 70));
  expect(await ask('a')).toBe('a 2');
  await expect(ask('bad')).rejects.toThrow('no');
  await expect(ask('bad')).rejects.toThrow('no');
  expect(asked).toBe(4);
});
