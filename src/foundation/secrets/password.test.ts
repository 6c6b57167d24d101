import { parseOptions } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { dummyVerify, hashPassword, verifyPassword } from './password.ts';

test('a password is recognised, another is not, and the same password never gives the same hash', async () => {
  const stored = await hashPassword('seven quiet lanterns');
  expect(await verifyPassword('seven quiet lanterns', stored)).toBe(true);
  expect(await verifyPassword('Seven quiet lanterns', stored)).toBe(false);
  expect(await hashPassword('seven quiet lanterns')).not.toBe(stored);
});

test('the cost is Argon2id with 19 MiB, two passes, one lane', async () => {
  const stored = await hashPassword('seven quiet lanterns');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(parseOptions(stored).saltLen).toBe(16);
});

test('full-width and half-width typing of one password agree', async () => {
  const stored = await hashPassword('月亮代表我的心ABC123');
  expect(await verifyPassword('月亮代表我的心ＡＢＣ１２３', stored)).toBe(true);
});

test('an over-long password is refused without being hashed', async () => {
  await expect(hashPassword('长'.repeat(257))).rejects.toThrow(RangeError);
  expect(await verifyPassword('x'.repeat(1_000_000), await hashPassword('seven quiet lanterns'))).toBe(false);
});

test('an unknown user costs about as much as a wrong password', async () => {
  const stored = await hashPassword('seven quiet lanterns');
  await dummyVerify();
  const known = await median(() => verifyPassword('wrong wrong wrong', stored));
  const unknown = await median(() => dummyVerify('wrong wrong wrong'));
  expect(await dummyVerify()).toBe(false);
  expect(unknown / known).toBeGreaterThan(0.33);
  expect(unknown / known).toBeLessThan(3);
});

async function median(work: () => Promise<boolean>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[4] ?? 0;
}
