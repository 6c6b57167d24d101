import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, expectRefusals } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { addToVoice } from './add-to-voice.ts';
import { findPhoto } from './find-photo.ts';
import { findVoicePage } from './find-voice-page.ts';
import { findVoices, findVoicesInput } from './find-voices.ts';
import { noteOnVoice } from './note-on-voice.ts';
import { readPhotos } from './photos.ts';
import { readContact } from './read-contact.ts';
import { database } from '#foundation/server/database.ts';

useDatabase();

describe('addToVoice', () => {
  it('is for the one who spoke, and needs words or photos', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    await expectRefusals(voice, (viewer) => addToVoice(viewer, voice, { words: 'More' }), [[world.worker, 'voice.only-speaker']]);
    await expect(addToVoice(voice.speaker, voice, {})).rejects.toThrow('words: input.needed');
  });

  it('keeps words and photos, and finds the voice by the new words', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'blue' } })
      .png()
      .toBuffer();
    await addToVoice(voice.speaker, voice, { words: 'Now also in the cellar' }, await readPhotos([{ bytes }]));
    const page = await findVoicePage(voice.speaker, voice);
    expect(page.timeline.at(-1)).toMatchObject({ event: 'added_to', said: 'Now also in the cellar', role: 'reporter', by: null });
    const found = await findVoices(world.worker, world.communityId, findVoicesInput.parse({ tab: 'all', search: 'cellar' }));
    expect(found.rows.map((row) => row.number)).toEqual([voice.number]);
    const photoId = page.photos[0]?.id ?? '';
    expect((await findPhoto(world.worker, world.communityId, photoId, 'full')).length).toBeGreaterThan(0);
    await expect(findPhoto((await makeWorld()).worker, world.communityId, photoId, 'full')).rejects.toThrow('access.not-found');
  });
});

describe('noteOnVoice', () => {
  it('is among staff: the one who spoke neither writes nor reads it', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    await expectRefusals(voice, (viewer) => noteOnVoice(viewer, voice, { words: 'Call before noon' }), [
      [voice.speaker, 'voice.not-yours-to-handle'],
    ]);
    await noteOnVoice(world.worker, voice, { words: 'Call before noon' });
    expect((await findVoicePage(world.colleague, voice)).desk?.notes[0]).toMatchObject({ words: 'Call before noon', by: 'Worker' });
    expect(JSON.stringify(await findVoicePage(voice.speaker, voice))).not.toContain('Call before noon');
  });
});

describe('readContact', () => {
  it('tells those who work on it, writes down who looked, and keeps no copy', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'received', { name: 'Li', phone: '0001234567' });
    await expectRefusals(voice, (viewer) => readContact(viewer, voice, { purpose: 'call' }), [
      [voice.speaker, 'voice.not-yours-to-handle'],
    ]);
    expect(await readContact(world.worker, voice, { purpose: 'call' }, { key: 'look-0001' })).toMatchObject({
      name: 'Li',
      phone: '0001234567',
    });
    const records = await database()
      .selectFrom('access_records')
      .select(['reader_id', 'purpose'])
      .where('voice_id', '=', voice.id)
      .execute();
    expect(records).toEqual([{ reader_id: world.worker.personId, purpose: 'call' }]);
    const kept = await database().selectFrom('idempotency_keys').select('key').where('key', '=', 'look-0001').execute();
    expect(kept).toEqual([]);
  });
});
