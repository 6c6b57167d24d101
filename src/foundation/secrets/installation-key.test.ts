import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInstallationKey } from './installation-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the key is made once, private to its owner, and read again afterwards', async () => {
  const nested = join(folder, 'data', 'secrets');
  const first = await openInstallationKey(nested);
  const file = join(nested, 'installation.key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toHaveLength(32);
  expect(await readdir(nested)).toEqual(['installation.key']);
  expect((await openInstallationKey(nested)).subkey('cursor')).toEqual(first.subkey('cursor'));
});

test('subkeys have 32 bytes, differ by name, and do not show when printed', async () => {
  const keys = await openInstallationKey(folder);
  expect(keys.subkey('a')).toHaveLength(32);
  expect(keys.subkey('a')).not.toEqual(keys.subkey('b'));
  expect(JSON.stringify(keys)).toBe('{}');
  expect(inspect(keys, { depth: 9, showHidden: true })).not.toContain(keys.subkey('a').toString('hex').slice(0, 4));
});

test('HKDF gives a fixed result for a fixed key, so that an update of the program voids no code', async () => {
  await writeFile(join(folder, 'installation.key'), Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
  expect((await openInstallationKey(folder)).subkey('cursor').toString('hex')).toBe(
    '12716ba1afc38e081c4960841d91b3b11c55418d819ad2d3471b7a9a8801b939',
  );
});

test('those that start at about the same time agree on one key', async () => {
  for (let round = 0; round < 20; round += 1) {
    const shared = join(folder, String(round));
    const all = await Promise.all(
      Array.from({ length: 12 }, async (_, late) => {
        await new Promise((go) => setTimeout(go, late / 3));
        return openInstallationKey(shared);
      }),
    );
    expect(new Set(all.map((keys) => keys.subkey('x').toString('hex'))).size).toBe(1);
    expect(await readdir(shared)).toEqual(['installation.key']);
  }
});

test('a damaged key stops the start and is left as it is', async () => {
  const file = join(folder, 'installation.key');
  for (const damaged of ['', 'short', Buffer.alloc(31).toString('base64'), `${Buffer.alloc(32).toString('base64')}x`]) {
    await writeFile(file, damaged);
    await expect(openInstallationKey(folder)).rejects.toThrow('is damaged');
    expect(await readFile(file, 'utf8')).toBe(damaged);
  }
});

test('a key restored with open permissions is closed again', async () => {
  await openInstallationKey(folder);
  const file = join(folder, 'installation.key');
  await chmod(file, 0o644);
  await openInstallationKey(folder);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
