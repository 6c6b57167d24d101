import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words, signedIn } from '#listen/voices/index.ts';
import { reachPost, type PostRef } from './load-post.ts';
import { postKinds, type Post } from './post.ts';
import { findBlogSettings } from './settings.ts';
import { takeStep } from './take-step.ts';
import { whyNotEdit, whyNotWrite } from './why-not-post.ts';

/** `words` in the small markup of posts; English beside it if somebody wrote it; `script`: to be read aloud. */
export const writePostInput = z
  .object({
    kind: z.enum(postKinds, 'input.choose').default('post'),
    title: words(120),
    words: words(20_000),
    titleEn: words(200).optional(),
    wordsEn: words(20_000).optional(),
    script: words(4000).optional(),
  })
  .superRefine(({ titleEn, wordsEn }, context) => {
    if (Boolean(titleEn) === Boolean(wordsEn)) return;
    context.addIssue({ code: 'custom', path: [titleEn ? 'wordsEn' : 'titleEn'], message: 'blog.english-whole' });
  });
export type WritePost = z.infer<typeof writePostInput>;
export type WrittenPost = { number: number };

/** Begins a post, as a draft under the name of whoever writes it. Throws Refused. */
export async function writePost(viewer: Viewer, communityId: number, input: WritePost, how?: How): Promise<WrittenPost> {
  return perform({ actor: actorKey(viewer), verb: 'blog.write', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotWrite(viewer, communityId, await findBlogSettings(act.trx, communityId)));
    const post: Post = {
      communityId,
      id: newId(act.now),
      number: await nextNumber(act, communityId),
      kind: input.kind,
      authorId: signedIn(viewer),
      stage: 'draft',
      version: 1,
      publishAt: null,
      publishedAt: null,
    };
    await act.trx
      .insertInto('blog_posts')
      .values({
        community_id: communityId,
        id: post.id,
        number: post.number,
        kind: post.kind,
        author_id: post.authorId,
        stage: 'draft',
        version: 1,
        written_at: act.now,
      })
      .execute();
    await keepVersion(act, viewer, post, 1, input);
    await takeStep(act, viewer, post, 'draft');
    return { number: post.number };
  });
}

/** Changes a post; what it said before stays, with who and when, and can be read by everybody once it is published. */
export async function editPost(viewer: Viewer, ref: PostRef, input: WritePost, how?: How): Promise<WrittenPost> {
  return perform({ actor: actorKey(viewer), verb: 'blog.edit', input: [ref, input] }, how, async (act) => {
    const post = await reachPost(act.trx, ref);
    refuseIf(whyNotEdit(post, viewer, await findBlogSettings(act.trx, ref.communityId)));
    const version = post.version + 1;
    await keepVersion(act, viewer, post, version, input);
    await act.trx
      .updateTable('blog_posts')
      .set({ version, kind: input.kind })
      .where('community_id', '=', post.communityId)
      .where('id', '=', post.id)
      .execute();
    return { number: post.number };
  });
}

async function nextNumber({ trx }: Act, communityId: number): Promise<number> {
  await trx.selectFrom('communities').select('id').where('id', '=', communityId).forUpdate().execute();
  const { last } = await trx
    .selectFrom('blog_posts')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('community_id', '=', communityId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

async function keepVersion({ trx, now }: Act, viewer: Viewer, post: Post, version: number, input: WritePost): Promise<void> {
  await trx
    .insertInto('blog_post_versions')
    .values({
      community_id: post.communityId,
      id: newId(now),
      post_id: post.id,
      version,
      title: input.title,
      words: input.words,
      title_en: input.titleEn ?? null,
      words_en: input.wordsEn ?? null,
      script: input.script ?? null,
      written_at: now,
      written_by: signedIn(viewer),
    })
    .execute();
}
