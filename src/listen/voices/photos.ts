import { newId } from '#foundation/ids.ts';
import { reEncodePicture, type ReEncodedPicture } from '#foundation/pictures/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';

export type NewPhoto = ReEncodedPicture;
export const mostPhotos = 5;

/** Photos as they arrive at a door, re-encoded so that neither place nor camera travels along. Throws Invalid. */
export async function readPhotos(files: { bytes: Uint8Array }[]): Promise<NewPhoto[]> {
  if (files.length > mostPhotos) throw new Invalid([{ field: 'photos', code: 'voice.too-many-photos' }]);
  const photos: NewPhoto[] = [];
  for (const file of files) photos.push(await reEncodePicture(file.bytes));
  return photos;
}

/** Files first, rows second: a row never points at nothing. */
export async function keepPhotos(
  { trx, now }: Act,
  viewer: Viewer,
  voice: { communityId: number; id: string },
  photos: NewPhoto[],
  byReporter: boolean,
): Promise<void> {
  for (const photo of photos) {
    const id = newId(now);
    await installation().pictures.put(String(voice.communityId), id, photo);
    await trx
      .insertInto('voice_photos')
      .values({
        community_id: voice.communityId,
        id,
        voice_id: voice.id,
        by_reporter: byReporter,
        width: photo.width,
        height: photo.height,
        sha256: photo.sha256,
        added_at: now,
        added_by: viewer.personId,
      })
      .execute();
  }
}
