import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCursor, signCursor } from './cursor.ts';
import type { Keys } from './installation-key.ts';
import { openInstallationKey } from './installation-key.ts';

let folder: string;
let keys: Keys;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-cursor-'));
  keys = await openInstallationKey(folder);
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['', 'voices:2026-05-01T08:00:00Z:17', '{"号":"一"}', '\u0000🌿'])('%j comes back as it was signed', (value) => {
  const cursor = signCursor(keys, value);
  expect(cursor).toMatch(/^[\w-]*\.[\w-]{43}$/);
  expect(openCursor(keys, cursor)).toBe(value);
});

test('a cursor with any single character changed, added or dropped is refused', () => {
  const cursor = signCursor(keys, 'voices:17');
  for (let place = 0; place < cursor.length; place += 1) {
    const other = cursor.charAt(place) === 'A' ? 'B' : 'A';
    expect(openCursor(keys, cursor.slice(0, place) + other + cursor.slice(place + 1))).toBeNull();
    expect(openCursor(keys, cursor.slice(0, place) + cursor.slice(place + 1))).toBeNull();
  }
  for (const wrong of ['', '.', 'a', 'a.b', `${cursor}.`, `${cursor}=`, ` ${cursor}`, `${cursor}\n`, `é${cursor}`]) {
    expect(openCursor(keys, wrong)).toBeNull();
  }
});

test('a cursor of another installation is refused', async () => {
  const other = await openInstallationKey(join(folder, 'other'));
  expect(openCursor(other, signCursor(keys, 'voices:17'))).toBeNull();
});
