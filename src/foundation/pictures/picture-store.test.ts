import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { openPictureStore } from './picture-store.ts';

const picture = { jpeg: Buffer.from('the picture'), thumbnail: Buffer.from('small') };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-pictures-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('what is put can be read in both sizes, and no draft remains', async () => {
  const store = openPictureStore(join(folder, 'not-made-yet'));
  const community = newId();
  const id = newId();
  await store.put(community, id, picture);
  expect(await store.read(community, id, 'full')).toEqual(picture.jpeg);
  expect(await store.read(community, id, 'thumbnail')).toEqual(picture.thumbnail);
  const place = join(folder, 'not-made-yet', community, id.slice(0, 2));
  expect((await readdir(place)).toSorted()).toEqual([`${id}.jpg`, `${id}.thumb.jpg`]);
  expect(await readFile(join(place, `${id}.jpg`))).toEqual(picture.jpeg);
});

test('a community may go by its number', async () => {
  const store = openPictureStore(folder);
  const id = newId();
  await store.put('7', id, picture);
  expect(await store.read('7', id, 'thumbnail')).toEqual(picture.thumbnail);
  expect(await store.read('70', id, 'thumbnail')).toBeNull();
});

test('another community does not see it', async () => {
  const store = openPictureStore(folder);
  const id = newId();
  await store.put(newId(), id, picture);
  expect(await store.read(newId(), id, 'full')).toBeNull();
});

test('putting again replaces, removing removes, removing twice is quiet', async () => {
  const store = openPictureStore(folder);
  const community = newId();
  const id = newId();
  await store.put(community, id, picture);
  await store.put(community, id, { jpeg: Buffer.from('painted over'), thumbnail: picture.thumbnail });
  expect(await store.read(community, id, 'full')).toEqual(Buffer.from('painted over'));
  await store.remove(community, id);
  await store.remove(community, id);
  expect(await store.read(community, id, 'full')).toBeNull();
  expect(await store.read(community, id, 'thumbnail')).toBeNull();
});

test.each(['../../etc/passwd', '..', '', `${newId()}\n`, `${newId()}/../x`, newId().toUpperCase()])('%j is no id', async (bad) => {
  const store = openPictureStore(folder);
  await expect(store.put(newId(), bad, picture)).rejects.toBeInstanceOf(Missing);
  await expect(store.put(bad, newId(), picture)).rejects.toBeInstanceOf(Missing);
  await expect(store.remove(bad, newId())).rejects.toBeInstanceOf(Missing);
  expect(await store.read(newId(), bad, 'full')).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test('a failed write leaves nothing behind', async () => {
  const store = openPictureStore(folder);
  const community = newId();
  const id = newId();
  // @ts-expect-error: a picture that cannot be written stands in for a disk that fails half-way
  await expect(store.put(community, id, { jpeg: 42, thumbnail: picture.thumbnail })).rejects.toThrow();
  expect(await readdir(join(folder, community, id.slice(0, 2)))).toEqual([`${id}.thumb.jpg`]);
  expect(await store.read(community, id, 'full')).toBeNull();
});
