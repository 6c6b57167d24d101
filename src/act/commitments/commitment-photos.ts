import { z } from 'zod';
import { isId, newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, type NewPhoto } from '#listen/voices/index.ts';
import { commitmentsSeenBy, worksOnCommitments } from './commitment-access.ts';
import { recordCommitment } from './record-commitment.ts';

/** `alt`: what is to be seen, for those who don't see it. `agreed`: whoever can be recognised agrees to be shown [law PIPL 25]. */
export const photoWords = {
  alt: z.string().trim().max(300, 'input.too-long').optional(),
  showsPeople: z.boolean().default(false),
  agreed: z.boolean().default(false),
};
type PhotoWords = { alt?: string | undefined; showsPeople: boolean; agreed: boolean };
type Where = { communityId: number; id: string; noteId: string };

/** Within a command: files first, rows second. Throws Invalid. */
export async function keepPhotos(
  { trx, now }: Act,
  viewer: Viewer,
  { communityId, id: commitmentId, noteId }: Where,
  { alt, showsPeople, agreed }: PhotoWords,
  photos: readonly NewPhoto[],
): Promise<void> {
  if (photos.length === 0) return;
  if (!alt) throw new Invalid([{ field: 'alt', code: 'input.needed' }]);
  if (showsPeople && !agreed) throw new Invalid([{ field: 'agreed', code: 'commitment.photo-agreed' }]);
  for (const photo of photos) {
    const id = newId(now);
    await installation().pictures.put(String(communityId), id, photo);
    await trx
      .insertInto('commitment_photos')
      .values({
        community_id: communityId,
        id,
        commitment_id: commitmentId,
        note_id: noteId,
        alt,
        shows_people: showsPeople,
        agreed,
        width: photo.width,
        height: photo.height,
        sha256: photo.sha256,
        added_at: now,
        added_by: signedIn(viewer),
      })
      .execute();
  }
}

export type PhotoRef = { communityId: number; id: string };

/** The file, for whoever may know of its promise. Throws Missing. */
export async function findCommitmentPhoto(viewer: Viewer, { communityId, id }: PhotoRef, size: 'full' | 'thumbnail'): Promise<Buffer> {
  const row = isId(id)
    ? await database()
        .selectFrom('commitment_photos')
        .innerJoin('commitments', (join) =>
          join
            .onRef('commitments.community_id', '=', 'commitment_photos.community_id')
            .onRef('commitments.id', '=', 'commitment_photos.commitment_id'),
        )
        .select('commitment_photos.id')
        .where('commitment_photos.community_id', '=', communityId)
        .where('commitment_photos.id', '=', id)
        .where('commitment_photos.taken_down_at', 'is', null)
        .where(commitmentsSeenBy(database(), viewer, communityId))
        .executeTakeFirst()
    : undefined;
  const file = row && (await installation().pictures.read(String(communityId), row.id, size));
  if (!file) throw new Missing();
  return file;
}

/** Somebody in it no longer agrees, or it shows too much: the row says so, the file goes. Throws Missing, Refused. */
export async function takeDownCommitmentPhoto(viewer: Viewer, { communityId, id }: PhotoRef, how?: How): Promise<{ photoId: string }> {
  const done = await perform({ actor: actorKey(viewer), verb: 'commitment.photo_down', input: [communityId, id] }, how, async (act) => {
    refuseIf(worksOnCommitments(viewer, communityId) ? null : 'commitment.not-yours');
    const row = isId(id)
      ? await act.trx
          .updateTable('commitment_photos')
          .set({ taken_down_at: act.now, taken_down_by: viewer.personId, alt: '-' })
          .where('community_id', '=', communityId)
          .where('id', '=', id)
          .where('taken_down_at', 'is', null)
          .returning('commitment_id as commitmentId')
          .executeTakeFirst()
      : undefined;
    if (!row) throw new Missing();
    await recordCommitment(act, viewer, { communityId, id: row.commitmentId, number: '' }, 'photo_taken_down');
    return { photoId: id };
  });
  await installation().pictures.remove(String(communityId), id);
  return done;
}
