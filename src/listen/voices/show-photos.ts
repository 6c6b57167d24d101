import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { parseNumber, type Voice } from './voice.ts';

/** Within a command: one photo, or all of a voice, leaves the public page. Returns how many did. */
export async function hidePhotos({ trx, now }: Act, viewer: Viewer, voice: Voice, photoId?: string): Promise<number> {
  const gone = await trx
    .updateTable('voice_photo_clearings')
    .set({ taken_down_at: now, taken_down_by: viewer.personId })
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('taken_down_at', 'is', null)
    .$if(photoId !== undefined, (query) => query.where('photo_id', '=', photoId ?? ''))
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}

/** A photo everybody may see, by the id of its cleared copy. `photoId`: the original, for those who work on the voice. */
export type ShownPhoto = { id: string; photoId: string; width: number; height: number; boxes: number };

/** The photos of a published voice that were cleared, in the order in which they came. */
export async function findShownPhotos(communityId: number, number: string): Promise<ShownPhoto[]> {
  const parsed = parseNumber(number);
  if (!parsed) return [];
  return shown(communityId)
    .select(['clearing.id', 'clearing.photo_id as photoId', 'width', 'height', 'boxes'])
    .where('voices.year', '=', parsed.year)
    .where('voices.serial', '=', parsed.serial)
    .orderBy('clearing.photo_id')
    .execute();
}

/** The file of one of them, for everybody. Throws Missing. */
export async function findShownPhoto(communityId: number, clearingId: string, size: 'full' | 'thumbnail'): Promise<Buffer> {
  const row = isId(clearingId)
    ? await shown(communityId).select('clearing.id').where('clearing.id', '=', clearingId).executeTakeFirst()
    : undefined;
  const file = row && (await installation().pictures.read(String(communityId), row.id, size));
  if (!file) throw new Missing();
  return file;
}

/** Shown as long as the voice itself is: whatever takes the words off the page takes the photos, too. */
function shown(communityId: number) {
  return database()
    .selectFrom('voice_photo_clearings as clearing')
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'clearing.community_id').onRef('voices.id', '=', 'clearing.voice_id'),
    )
    .innerJoin('voice_publications', (join) =>
      join
        .onRef('voice_publications.community_id', '=', 'clearing.community_id')
        .onRef('voice_publications.voice_id', '=', 'clearing.voice_id')
        .on('voice_publications.taken_down_at', 'is', null),
    )
    .where('clearing.community_id', '=', communityId)
    .where('clearing.taken_down_at', 'is', null);
}

/** By night: files of photos that are no longer shown. Returns how many went. */
export async function tidyHiddenPhotos(): Promise<number> {
  const rows = await database()
    .selectFrom('voice_photo_clearings')
    .select(['community_id', 'id'])
    .where('taken_down_at', 'is not', null)
    .where('file_gone_at', 'is', null)
    .limit(500)
    .execute();
  for (const { community_id: communityId, id } of rows) {
    await installation().pictures.remove(String(communityId), id);
    await database()
      .updateTable('voice_photo_clearings')
      .set((eb) => ({ file_gone_at: eb.fn('clock_timestamp', []) }))
      .where('community_id', '=', communityId)
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
}
