import { sql } from 'kysely';
import { destroySubjectKey } from '#foundation/personal/index.ts';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import { dropConsents } from './consents.ts';
import { eraseFields } from './erase-fields.ts';
import type { Erasure } from './erasure-journal.ts';

/** Who erases: a person of the office with their role, or the system when a restored back-up is put right. */
export type Eraser = { personId: string | null; role: string };

/**
 * Within a command: erases what is personal in a voice. Number, dates, category and outcome stay (V1), and so do the
 * office's answers; words, contact and photos go, the key is destroyed, the neighbourhood no longer reads of it, and
 * whoever had it open is shut out. Hand the answer to `finishErasures` after the commit. Null: erased already, or gone.
 */
export async function eraseVoiceData(act: Act, by: Eraser, communityId: number, voiceId: string): Promise<Erasure | null> {
  const { trx } = act;
  const voice = await trx
    .selectFrom('voices')
    .select(['reporter_id', 'year', 'serial', 'stage', 'round'])
    .where('community_id', '=', communityId)
    .where('id', '=', voiceId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!voice) return null;
  await endPublication(act, by, communityId, voiceId);
  await dropConsents(act, by.personId, communityId, { voiceId });
  await eraseFields(act, 'voice', communityId, voiceId);
  await eraseFields(act, 'reporter', communityId, voice.reporter_id);
  await unlink(act, communityId, voiceId, voice.reporter_id);
  await destroySubjectKey(act, { communityId, id: voice.reporter_id }, { by: by.personId, reason: 'erased' });
  const photos = await dropPhotos(act, communityId, voiceId);
  await recordEvent(
    act,
    {
      communityId,
      name: 'voice.erased',
      subjectId: voiceId,
      actorId: by.personId,
      actorRole: by.role,
      data: { from: voice.stage, to: voice.stage, round: voice.round },
    },
    { number: formatNumber(voice.year, voice.serial), content: { erased: true, stage: voice.stage }, under: null },
  );
  return keepErasure(act, by, { communityId, about: 'voice', subjectId: voiceId, photos });
}

/** Writes down that something was erased, as identifiers only. */
export async function keepErasure({ trx, now }: Act, by: Eraser, erasure: Omit<Erasure, 'at'>): Promise<Erasure> {
  await trx
    .insertInto('erasures')
    .values({
      community_id: erasure.communityId,
      id: newId(now),
      about: erasure.about,
      subject_id: erasure.subjectId,
      photos: erasure.photos,
      erased_at: now,
      erased_by: by.personId,
    })
    .execute();
  return { ...erasure, at: now.toISOString() };
}

async function endPublication({ trx, now }: Act, by: Eraser, communityId: number, voiceId: string): Promise<void> {
  for (const table of ['voice_publications', 'voice_photo_clearings'] as const)
    await trx
      .updateTable(table)
      .set({ taken_down_at: now, taken_down_by: by.personId })
      .where('community_id', '=', communityId)
      .where('voice_id', '=', voiceId)
      .where('taken_down_at', 'is', null)
      .execute();
}

/** From now on nobody knows whose voice it was; where it happened is known to the building, for the sums. */
async function unlink({ trx, now }: Act, communityId: number, voiceId: string, reporterId: string): Promise<void> {
  await trx
    .updateTable('voices')
    .set((eb) => ({ place_id: eb.ref('building_id'), privacy: 'anonymous', response_method: 'page', may_publish: false, changed_at: now }))
    .where('community_id', '=', communityId)
    .where('id', '=', voiceId)
    .execute();
  await trx
    .updateTable('reporters')
    .set({ person_id: null })
    .where('community_id', '=', communityId)
    .where('id', '=', reporterId)
    .execute();
  await trx.deleteFrom('sessions').where('community_id', '=', communityId).where('voice_id', '=', voiceId).execute();
  // The fingerprint of what was once posted would let somebody who guesses the words see that they guessed right.
  await trx
    .deleteFrom('idempotency_keys')
    .where((eb) => eb.or([eb('actor', '=', `voice:${voiceId}`), sql<boolean>`response ->> 'voiceId' = ${voiceId}`]))
    .execute();
}

/** The originals, and what the neighbourhood was shown of them. */
async function dropPhotos({ trx, now }: Act, communityId: number, voiceId: string): Promise<string[]> {
  const dropped = await trx
    .deleteFrom('voice_photos')
    .where('community_id', '=', communityId)
    .where('voice_id', '=', voiceId)
    .returning('id')
    .execute();
  const shown = await trx
    .updateTable('voice_photo_clearings')
    .set({ file_gone_at: now })
    .where('community_id', '=', communityId)
    .where('voice_id', '=', voiceId)
    .where('file_gone_at', 'is', null)
    .returning('id')
    .execute();
  return [...dropped, ...shown].map(({ id }) => id);
}
