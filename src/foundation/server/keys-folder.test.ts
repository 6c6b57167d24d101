import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openInstallationKey } from '#foundation/secrets/index.ts';
import { readSettings } from '#foundation/settings.ts';
import { openKeysFolder } from './keys-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'huiyin-keys-'));
});
afterEach(() => rm(root, { recursive: true }));
const settings = () => readSettings({ HUIYIN_DATA: join(root, 'data') });

it('makes a folder that only its owner can enter', async () => {
  await openKeysFolder(settings());
  expect((await stat(join(root, 'data.keys'))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(root, 'data.keys'))).toEqual(['installation.key', 'personal.key']);
  expect(existsSync(join(root, 'data'))).toBe(false);
});

it('moves a key that lay among the data, once, and it stays the same key', async () => {
  const old = await openInstallationKey(join(root, 'data', 'keys'));
  const text = await readFile(join(root, 'data', 'keys', 'installation.key'), 'utf8');
  const { keys } = await openKeysFolder(settings());
  expect(keys.subkey('cursor')).toEqual(old.subkey('cursor'));
  expect(await readdir(join(root, 'data'))).toEqual([]);
  // A data folder restored from an old back-up brings the key again.
  await mkdir(join(root, 'data', 'keys'));
  await writeFile(join(root, 'data', 'keys', 'installation.key'), text);
  expect((await openKeysFolder(settings())).keys.subkey('cursor')).toEqual(old.subkey('cursor'));
  expect(await readdir(join(root, 'data'))).toEqual([]);
});

it('never chooses between two different keys', async () => {
  await openKeysFolder(settings());
  await openInstallationKey(join(root, 'data', 'keys'));
  await expect(openKeysFolder(settings())).rejects.toThrow('are different keys');
  expect(existsSync(join(root, 'data', 'keys', 'installation.key'))).toBe(true);
});

it('says what to do when the folder can not be written', async () => {
  await writeFile(join(root, 'file'), '');
  await expect(openKeysFolder({ ...settings(), HUIYIN_KEYS: join(root, 'file', 'keys') })).rejects.toThrow('HUIYIN_KEYS');
});
