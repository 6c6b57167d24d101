import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { useDatabase } from '#tests/database.ts';
import { aVoice, expectRefusals } from '#tests/voices.ts';
import { makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { addToVoice } from './add-to-voice.ts';
import { clearPhoto } from './clear-photo.ts';
import { hidePhoto } from './hide-photo.ts';
import { readPhotos } from './photos.ts';
import { publishVoice } from './publish-voice.ts';
import { findShownPhoto, findShownPhotos, tidyHiddenPhotos } from './show-photos.ts';
import { withdrawPublication } from './withdraw-publication.ts';

useDatabase();

async function withPhoto(world: World) {
  const voice = await aVoice(world, 'in_progress', { mayPublish: true });
  const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
  await addToVoice(voice.speaker, voice, { words: 'A picture' }, await readPhotos([{ bytes }]));
  const photo = await database()
    .selectFrom('voice_photos')
    .select('id')
    .where('community_id', '=', world.communityId)
    .where('voice_id', '=', voice.id)
    .executeTakeFirstOrThrow();
  return { voice, photoId: photo.id };
}
const boxes = [{ x: 0, y: 0, width: 50, height: 100 }];

describe('clearPhoto', () => {
  it('is for those who handle a voice that is published', async () => {
    const world = await makeWorld();
    const { voice, photoId } = await withPhoto(world);
    await expectRefusals(voice, (viewer) => clearPhoto(viewer, voice, { photoId, boxes }), [
      [nobody, 'access.not-found'],
      [voice.speaker, 'voice.not-yours-to-handle'],
      [world.worker, 'voice.not-published'],
    ]);
  });

  it('shows everybody the photo with the boxes burnt in, and never the original', async () => {
    const world = await makeWorld();
    const { voice, photoId } = await withPhoto(world);
    await publishVoice(world.worker, voice, { title: 'A wet ceiling' });
    const { clearingId } = await clearPhoto(world.worker, voice, { photoId, boxes });
    expect(await findShownPhotos(world.communityId, voice.number)).toMatchObject([{ id: clearingId, photoId, boxes: 1 }]);
    const { data } = await sharp(await findShownPhoto(world.communityId, clearingId, 'full'))
      .extract({ left: 20, top: 50, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeLessThan(12);
    await expect(findShownPhoto(world.communityId, photoId, 'full')).rejects.toThrow('access.not-found');
    const elsewhere = await makeWorld();
    await expect(findShownPhoto(elsewhere.communityId, clearingId, 'full')).rejects.toThrow('access.not-found');
  });

  it('R2: is gone with the leave to publish, in the same moment; its file the same night', async () => {
    const world = await makeWorld();
    const { voice, photoId } = await withPhoto(world);
    await publishVoice(world.worker, voice, { title: 'A wet ceiling' });
    const first = await clearPhoto(world.worker, voice, { photoId, boxes: [] });
    const { clearingId } = await clearPhoto(world.worker, voice, { photoId, boxes });
    await expect(findShownPhoto(world.communityId, first.clearingId, 'full')).rejects.toThrow('access.not-found');
    await withdrawPublication(voice.speaker, voice, { way: 'page' });
    await expect(findShownPhoto(world.communityId, clearingId, 'full')).rejects.toThrow('access.not-found');
    expect(await tidyHiddenPhotos()).toBe(2);
    expect(await tidyHiddenPhotos()).toBe(0);
  });

  it('can be taken back by itself', async () => {
    const world = await makeWorld();
    const { voice, photoId } = await withPhoto(world);
    await publishVoice(world.worker, voice, { title: 'A wet ceiling' });
    await expect(hidePhoto(world.worker, voice, { photoId })).rejects.toThrow('voice.photo-not-shown');
    await clearPhoto(world.worker, voice, { photoId, boxes });
    await hidePhoto(world.worker, voice, { photoId });
    expect(await findShownPhotos(world.communityId, voice.number)).toEqual([]);
  });
});
