import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFileKeyProvider } from './file-key-provider.ts';

const owner = { communityId: 3, id: '0190a8c0-0000-7000-8000-000000000001' };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-personal-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('opens after a restart what it wrapped before, and makes its file once, private to its owner', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => openFileKeyProvider(folder)));
  const wrapped = await all[0]?.wrap(owner, 1, Buffer.alloc(32, 9));
  if (!wrapped) throw new Error('nothing was wrapped');
  for (const provider of [...all, await openFileKeyProvider(folder)])
    expect(await provider.unwrap(owner, wrapped)).toEqual(Buffer.alloc(32, 9));
  expect((await stat(join(folder, 'personal.key'))).mode & 0o777).toBe(0o600);
});

it('a key does not open for another community, person or generation', async () => {
  const provider = await openFileKeyProvider(folder);
  await provider.renew();
  const wrapped = await provider.wrap(owner, 1, Buffer.alloc(32, 9));
  await expect(provider.unwrap({ ...owner, communityId: 4 }, wrapped)).rejects.toThrow();
  await expect(provider.unwrap({ ...owner, id: owner.id.replace('1', '2') }, wrapped)).rejects.toThrow();
  await expect(provider.unwrap(owner, { ...wrapped, generation: 2 })).rejects.toThrow();
});

it('a renewed generation is known to processes that opened before, and old generations still open', async () => {
  const [here, there] = [await openFileKeyProvider(folder), await openFileKeyProvider(folder)];
  const old = await here.wrap(owner, 1, Buffer.alloc(32, 9));
  expect(await here.renew()).toBe(2);
  const fresh = await here.wrap(owner, await here.generation(), Buffer.alloc(32, 8));
  expect(fresh.generation).toBe(2);
  expect(await there.unwrap(owner, fresh)).toEqual(Buffer.alloc(32, 8));
  expect(await there.unwrap(owner, old)).toEqual(Buffer.alloc(32, 9));
  expect(await there.generation()).toBe(2);
});

it('a damaged file stops the start and is left as it is', async () => {
  const path = join(folder, 'personal.key');
  for (const damaged of ['', '1', '2 ' + Buffer.alloc(32).toString('base64'), '1 ' + Buffer.alloc(31).toString('base64')]) {
    await writeFile(path, damaged);
    await expect(openFileKeyProvider(folder)).rejects.toThrow('is damaged');
    expect(await readFile(path, 'utf8')).toBe(damaged);
  }
});
