import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Missing, Refused } from '#foundation/refusal.ts';
import { nobody } from '../viewer.ts';
import { readContact } from './read-contact.ts';

useDatabase();

async function aVoice() {
  const world = await makeWorld();
  const [voiceId, subjectId] = [newId(), newId()];
  const now = new Date();
  await database().insertInto('reporters').values({
    community_id: world.communityId, id: subjectId, name: 'Li', phone: '00012345678', email: null, contact_hours: 'evenings', created_at: now,
  }).execute();
  await database().insertInto('voices').values({
    community_id: world.communityId, id: voiceId, year: 2026, serial: 1, kind: 'opinion', channel: 'web', privacy: 'named', words: 'x',
    reporter_id: subjectId, response_method: 'page', stage: 'received', first_receiver_id: world.worker.personId ?? '',
    received_at: now, original_due_at: now, due_at: now, changed_at: now, search: '',
  }).execute();
  const asked = { communityId: world.communityId, voiceId, subjectId, fields: ['phone', 'hours'] as const, purpose: 'answer' };
  const records = () => database().selectFrom('access_records').selectAll().where('community_id', '=', world.communityId).execute();
  return { world, asked, records };
}

describe('readContact', () => {
  it('writes down who looked at what and why, and shows only the fields asked for', async () => {
    const { world, asked, records } = await aVoice();
    expect(await readContact(world.worker, asked, null)).toEqual({ name: null, phone: '00012345678', email: null, hours: 'evenings' });
    expect(await records()).toMatchObject([{
      reader_id: world.worker.personId, reader_role: 'community_worker', subject_id: asked.subjectId, voice_id: asked.voiceId,
      fields: ['phone', 'hours'], purpose: 'answer',
    }]);
  });

  it('shows nothing and records nothing where a rule stands against it, or to nobody', async () => {
    const { world, asked, records } = await aVoice();
    await expect(readContact(world.worker, asked, 'voice.not-yours-to-handle')).rejects.toThrow(Refused);
    await expect(readContact(nobody, asked, null)).rejects.toThrow(Forbidden);
    expect(await records()).toEqual([]);
  });

  it('shows nothing when the look cannot be written down', async () => {
    const { world, asked } = await aVoice();
    await expect(readContact({ ...world.worker, personId: newId() }, asked, null)).rejects.toThrow(/foreign key/);
  });

  it('finds no reporter under another voice or community', async () => {
    const { world, asked, records } = await aVoice();
    await expect(readContact(world.worker, { ...asked, voiceId: newId() }, null)).rejects.toThrow(Missing);
    const other = await makeWorld();
    await expect(readContact(other.worker, { ...asked, communityId: other.communityId }, null)).rejects.toThrow(Missing);
    expect(await records()).toEqual([]);
  });
});
