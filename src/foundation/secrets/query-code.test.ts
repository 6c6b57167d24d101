import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Keys } from './installation-key.ts';
import { openInstallationKey } from './installation-key.ts';
import { queryCode, sameCode } from './query-code.ts';

let folder: string;
let keys: Keys;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-query-'));
  keys = await openInstallationKey(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('eight digits, the same each time, others for another voice, community or installation', async () => {
  const code = queryCode(keys, '1', '23');
  expect(code).toMatch(/^\d{8}$/);
  expect(queryCode(await openInstallationKey(folder), '1', '23')).toBe(code);
  const other = await openInstallationKey(join(folder, 'other'));
  const codes = [code, queryCode(keys, '12', '3'), queryCode(keys, '1', '24'), queryCode(keys, '2', '23'), queryCode(other, '1', '23')];
  expect(new Set(codes).size).toBe(5);
});

test('codes spread over the whole range, leading zeros kept', () => {
  const codes = Array.from({ length: 2000 }, (_, voice) => queryCode(keys, '1', String(voice)));
  expect(codes.every((code) => code.length === 8)).toBe(true);
  expect(new Set(codes.map((code) => code.charAt(0))).size).toBe(10);
});

test.each([
  ['12345678', '1234 5678', true],
  ['12345678', '1234-5678', true],
  ['12345678', '１２３４－５６７８', true],
  ['12345678', '1234—5678\n', true],
  ['12345678', '12345679', false],
  ['12345678', '1234567', false],
  ['12345678', '', false],
  ['', '', false],
  [' ', '-', false],
])('%j and %j: %s', (a, b, same) => {
  expect(sameCode(a, b)).toBe(same);
  expect(sameCode(b, a)).toBe(same);
});
