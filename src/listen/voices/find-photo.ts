import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from './voice-access.ts';

/** The file of one photo, for whoever may reach its voice. Throws Missing. */
export async function findPhoto(viewer: Viewer, communityId: number, photoId: string, size: 'full' | 'thumbnail') {
  const row = !isId(photoId)
    ? undefined
    : await database()
        .selectFrom('voices')
        .innerJoin('voice_photos', (join) =>
          join.onRef('voice_photos.community_id', '=', 'voices.community_id').onRef('voice_photos.voice_id', '=', 'voices.id'),
        )
        .select('voice_photos.id')
        .where(visibleTo(viewer, communityId))
        .where('voice_photos.id', '=', photoId)
        .executeTakeFirst();
  const file = row && (await installation().pictures.read(String(communityId), row.id, size));
  if (!file) throw new Missing();
  return file;
}
