import { Missing } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { loadPost, type PostRef } from './load-post.ts';
import type { Post } from './post.ts';
import { findRules } from './rules.ts';
import { findBlogSettings } from './settings.ts';
import { whyNotArchive, whyNotEdit, whyNotPublish, whyNotWrite, type Why } from './why-not-post.ts';
import { whyNotComment } from './why-not-comment.ts';

/** One wording of a post. */
export type PostVersion = {
  version: number;
  title: string;
  words: string;
  titleEn: string | null;
  wordsEn: string | null;
  script: string | null;
  at: Date;
  by: string;
};
export type PostPicture = { id: string; alt: string; width: number; height: number; objected: Date | null };
/** `versions`: newest first; what was written before it was first published isn't told to everybody. */
export type PostPage = Post & {
  author: string;
  office: boolean;
  said: PostVersion;
  versions: PostVersion[];
  pictures: PostPicture[];
  whyNotComment: Why;
};
export type PostDesk = PostPage & {
  whyNotEdit: Why;
  whyNotPublish: Why;
  whyNotArchive: Why;
  steps: { stage: string; at: Date; by: string | null; publishAt: Date | null }[];
};

/** A published or archived post for everybody. Throws Missing. */
export async function findPost(viewer: Viewer, ref: PostRef): Promise<PostPage> {
  const post = await loadPost(database(), ref);
  if (!post || post.stage === 'draft' || post.stage === 'scheduled') throw new Missing();
  const page = await pageOf(viewer, post);
  return {
    ...page,
    versions: page.versions.filter(({ at }, place) => place === 0 || !post.publishedAt || seenAfter(page, place, post.publishedAt, at)),
  };
}

/** The same for those who work on it, drafts too. Throws Missing. */
export async function findPostDesk(viewer: Viewer, ref: PostRef): Promise<PostDesk> {
  const db = database();
  const [post, settings] = await Promise.all([loadPost(db, ref), findBlogSettings(db, ref.communityId)]);
  if (!post || whyNotWrite(viewer, ref.communityId, settings) !== null) throw new Missing();
  if (post.authorId !== viewer.personId && !hasRole(viewer, ref.communityId, 'community_secretary', 'community_worker'))
    throw new Missing();
  const [page, steps] = await Promise.all([
    pageOf(viewer, post),
    db
      .selectFrom('blog_post_steps')
      .leftJoin('people', 'people.id', 'blog_post_steps.taken_by')
      .select(['stage', 'taken_at as at', 'people.name as by', 'publish_at as publishAt'])
      .where('community_id', '=', ref.communityId)
      .where('post_id', '=', post.id)
      .orderBy('taken_at', 'desc')
      .execute(),
  ]);
  return {
    ...page,
    steps,
    whyNotEdit: whyNotEdit(post, viewer, settings),
    whyNotPublish: whyNotPublish(post, viewer, settings),
    whyNotArchive: whyNotArchive(post, viewer, settings),
  };
}

/** A wording was read by others if the one after it came after publication. */
function seenAfter({ versions }: PostPage, place: number, publishedAt: Date, at: Date): boolean {
  const next = versions[place - 1]?.at ?? at;
  return next > publishedAt;
}

async function pageOf(viewer: Viewer, post: Post): Promise<PostPage> {
  const db = database();
  const { communityId, id } = post;
  const [author, versions, pictures, settings, rules, now] = await Promise.all([
    db.selectFrom('people').select('name').where('id', '=', post.authorId).executeTakeFirst(),
    versionsOf(communityId, id),
    picturesOf(communityId, id),
    findBlogSettings(db, communityId),
    findRules(db, communityId),
    databaseTime(),
  ]);
  const said = versions[0];
  if (!said) throw new Missing();
  const why = whyNotComment(post, viewer, rules !== null, settings, now);
  return { ...post, author: author?.name ?? '', office: viewer.kind === 'staff', said, versions, pictures, whyNotComment: why };
}

async function versionsOf(communityId: number, postId: string): Promise<PostVersion[]> {
  const rows = await database()
    .selectFrom('blog_post_versions')
    .innerJoin('people', 'people.id', 'blog_post_versions.written_by')
    .select(['version', 'title', 'words', 'title_en as titleEn', 'words_en as wordsEn', 'script', 'written_at as at', 'people.name as by'])
    .where('community_id', '=', communityId)
    .where('post_id', '=', postId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, by: row.by ?? '' }));
}

async function picturesOf(communityId: number, postId: string): Promise<PostPicture[]> {
  return database()
    .selectFrom('blog_pictures')
    .leftJoin('blog_picture_objections as objection', (join) =>
      join.onRef('objection.community_id', '=', 'blog_pictures.community_id').onRef('objection.picture_id', '=', 'blog_pictures.id'),
    )
    .select((eb) => [
      'blog_pictures.id',
      'blog_pictures.alt',
      'blog_pictures.width',
      'blog_pictures.height',
      eb.fn.min('objection.due_at').as('objected'),
    ])
    .where('blog_pictures.community_id', '=', communityId)
    .where('blog_pictures.post_id', '=', postId)
    .where('blog_pictures.taken_down_at', 'is', null)
    .groupBy(['blog_pictures.community_id', 'blog_pictures.id'])
    .orderBy('blog_pictures.added_at')
    .orderBy('blog_pictures.id')
    .execute();
}
