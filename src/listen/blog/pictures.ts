import { z } from 'zod';
import { isId, newId } from '#foundation/ids.ts';
import { Invalid, Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { words, type NewPhoto, signedIn } from '#listen/voices/index.ts';
import { reachPost, type PostRef } from './load-post.ts';
import { mostPictures } from './post.ts';
import { findBlogSettings } from './settings.ts';
import { whyNotEdit, whyNotTakeDownPicture } from './why-not-post.ts';

/** `alt`: what is to be seen, for those who don't see it. `agreed`: whoever can be recognised agrees to be shown [law PIPL 25]. */
export const addPictureInput = z
  .object({ alt: words(300), showsPeople: z.boolean().default(false), agreed: z.boolean().default(false) })
  .refine(({ showsPeople, agreed }) => agreed || !showsPeople, { path: ['agreed'], message: 'blog.picture-agreed' });
export type AddPicture = z.infer<typeof addPictureInput>;
export type PictureRef = { communityId: number; id: string };

/** Puts a picture beneath a post. Throws Missing, Refused, Invalid. */
export async function addPicture(viewer: Viewer, ref: PostRef, input: AddPicture, photo: NewPhoto, how?: How): Promise<{ id: string }> {
  return perform({ actor: actorKey(viewer), verb: 'blog.picture', input: [ref, input, photo.sha256] }, how, async (act) => {
    const post = await reachPost(act.trx, ref);
    refuseIf(whyNotEdit(post, viewer, await findBlogSettings(act.trx, ref.communityId)));
    const there = await act.trx
      .selectFrom('blog_pictures')
      .select('id')
      .where('community_id', '=', post.communityId)
      .where('post_id', '=', post.id)
      .where('taken_down_at', 'is', null)
      .execute();
    if (there.length >= mostPictures) throw new Invalid([{ field: 'photos', code: 'blog.too-many-pictures' }]);
    const id = newId(act.now);
    await installation().pictures.put(String(post.communityId), id, photo);
    await act.trx
      .insertInto('blog_pictures')
      .values({
        community_id: post.communityId,
        id,
        post_id: post.id,
        alt: input.alt,
        shows_people: input.showsPeople,
        agreed: input.agreed,
        width: photo.width,
        height: photo.height,
        sha256: photo.sha256,
        added_at: act.now,
        added_by: signedIn(viewer),
      })
      .execute();
    return { id };
  });
}

/** The office takes a picture down at once: the row says so, the files go. Throws Missing, Refused. */
export async function takeDownPicture(viewer: Viewer, ref: PictureRef, how?: How): Promise<{ id: string }> {
  const done = await perform({ actor: actorKey(viewer), verb: 'blog.picture_down', input: [ref] }, how, async (act) => {
    refuseIf(whyNotTakeDownPicture(viewer, ref.communityId, await findBlogSettings(act.trx, ref.communityId)));
    const row = isId(ref.id)
      ? await act.trx
          .updateTable('blog_pictures')
          .set({ taken_down_at: act.now, taken_down_by: viewer.personId, alt: '-' })
          .where('community_id', '=', ref.communityId)
          .where('id', '=', ref.id)
          .where('taken_down_at', 'is', null)
          .returning('id')
          .executeTakeFirst()
      : undefined;
    if (!row) throw new Missing();
    await record(act, viewer, ref, 'blog.picture_taken_down');
    return { id: row.id };
  });
  await installation().pictures.remove(String(ref.communityId), ref.id);
  return done;
}

/** Somebody signed in is in a picture and no longer agrees: within a day it is gone, whether anybody looks or not. */
export async function objectToPicture(viewer: Viewer, ref: PictureRef, how?: How): Promise<{ dueAt: string }> {
  return perform({ actor: actorKey(viewer), verb: 'blog.picture_object', input: [ref] }, how, async (act) => {
    const askedBy = signedIn(viewer);
    const picture = isId(ref.id)
      ? await act.trx
          .selectFrom('blog_pictures')
          .innerJoin('blog_posts', (join) =>
            join.onRef('blog_posts.community_id', '=', 'blog_pictures.community_id').onRef('blog_posts.id', '=', 'blog_pictures.post_id'),
          )
          .select('blog_pictures.id')
          .where('blog_pictures.community_id', '=', ref.communityId)
          .where('blog_pictures.id', '=', ref.id)
          .where('blog_posts.stage', 'in', ['published', 'archived'])
          .where('blog_pictures.taken_down_at', 'is', null)
          .executeTakeFirst()
      : undefined;
    if (!picture) throw new Missing();
    const dueAt = new Date(act.now.getTime() + 24 * 3_600_000);
    const kept = await act.trx
      .insertInto('blog_picture_objections')
      .values({
        community_id: ref.communityId,
        id: newId(act.now),
        picture_id: ref.id,
        asked_at: act.now,
        asked_by: askedBy,
        due_at: dueAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) throw new Refused('blog.picture-asked');
    await record(act, viewer, ref, 'blog.picture_objected', dueAt);
    return { dueAt: dueAt.toISOString() };
  });
}

/** The file, while its post may be seen by whoever asks: a draft's only by those who work on the blog. Throws Missing. */
export async function findPicture(viewer: Viewer, { communityId, id }: PictureRef, size: 'full' | 'thumbnail'): Promise<Buffer> {
  const desk = whyNotTakeDownPicture(viewer, communityId, await findBlogSettings(database(), communityId)) === null;
  const row = isId(id)
    ? await database()
        .selectFrom('blog_pictures')
        .innerJoin('blog_posts', (join) =>
          join.onRef('blog_posts.community_id', '=', 'blog_pictures.community_id').onRef('blog_posts.id', '=', 'blog_pictures.post_id'),
        )
        .select('blog_pictures.id')
        .where('blog_pictures.community_id', '=', communityId)
        .where('blog_pictures.id', '=', id)
        .where('blog_pictures.taken_down_at', 'is', null)
        .$if(!desk, (query) => query.where('blog_posts.stage', 'in', ['published', 'archived']))
        .executeTakeFirst()
    : undefined;
  const file = row && (await installation().pictures.read(String(communityId), row.id, size));
  if (!file) throw new Missing();
  return file;
}

async function record(act: Act, viewer: Viewer, { communityId, id }: PictureRef, name: string, dueAt: Date | null = null): Promise<void> {
  const actorRole = actingRole(viewer, communityId);
  await recordEvent(act, { communityId, name, subjectId: id, actorId: viewer.personId, actorRole, dueAt });
}
