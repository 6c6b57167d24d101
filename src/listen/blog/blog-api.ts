import { z } from 'zod';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { decideAppeal, decideAppealInput } from './decide-appeal.ts';
import { decideComment, decideCommentInput } from './decide-comment.ts';
import { commentStages } from './comment.ts';
import { commentTabs, findDeskComments } from './find-comment-desk.ts';
import { findComments } from './find-comments.ts';
import { findDecisions } from './find-decisions.ts';
import { findPost } from './find-post.ts';
import { findPosts, type PostRow } from './find-posts.ts';
import { makeVoiceInput, makeVoiceOf } from './make-voice.ts';
import { postKinds } from './post.ts';
import { publishPost } from './publish-post.ts';
import { writePost, writePostInput } from './write-post.ts';

// The blog for programs: what everybody reads, what the office writes, and what is decided about comments.

const time = z.iso.datetime();
const page = z.coerce
  .number('input.not-usable')
  .int('input.not-usable')
  .min(1, 'input.not-usable')
  .max(1000, 'input.not-usable')
  .default(1);
const post = z
  .strictObject({
    number: z.int(),
    kind: z.enum(postKinds),
    title: z.string(),
    words: z.string(),
    titleEn: z.string().nullable(),
    wordsEn: z.string().nullable(),
    author: z.string(),
    publishedAt: time.nullable(),
    comments: z.int(),
  })
  .meta({ id: 'BlogPost' });
const shown = z.strictObject({
  id: z.uuid(),
  words: z.string().nullable(),
  gone: z.string().nullable(),
  signature: z.string().nullable(),
  office: z.string().nullable(),
  at: time,
  voice: z.string().nullable(),
});
const comment = z.strictObject({
  id: z.uuid(),
  words: z.string(),
  title: z.string(),
  at: time,
  dueAt: time.nullable(),
  late: z.boolean(),
  reports: z.int(),
});
const decided = z.strictObject({ id: z.uuid(), stage: z.enum(commentStages) });
const write = { scope: 'voices:write' } as const;
const nobodyNeeded = { scope: null, orNobody: true } as const;

export const blogApi = [
  endpoint({
    id: 'findPosts',
    method: 'get',
    path: '/communities/{slug}/posts',
    tag: m.api_tag_blog,
    summary: m.api_list_posts,
    key: nobodyNeeded,
    query: z.object({
      page,
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/, 'input.not-usable')
        .optional(),
    }),
    answer: z.strictObject({ posts: z.array(post), more: z.boolean() }),
    run: async ({ params, query }) => {
      const { rows, more } = await findPosts((await communityOf(params)).id, { ...query, limit: 20 });
      return { posts: rows.map(presentPost), more };
    },
  }),
  endpoint({
    id: 'findPost',
    method: 'get',
    path: '/communities/{slug}/posts/{post}',
    tag: m.api_tag_blog,
    summary: m.api_show_post,
    key: nobodyNeeded,
    answer: z.strictObject({ post, comments: z.array(shown) }),
    run: async ({ viewer, params }) => {
      const { id } = await communityOf(params);
      const found = await findPost(viewer, { communityId: id, number: Number(params['post']) });
      const comments = (await findComments(viewer, id, found.id)).filter(({ waiting }) => !waiting);
      const { number, kind, author, publishedAt, said } = found;
      const count = comments.filter(({ gone }) => gone === null).length;
      return {
        post: presentPost({ number, kind, author, publishedAt, ...said, comments: count }),
        comments: comments.map(({ id: one, words, gone, signature, office, at, voice }) => ({
          id: one,
          words,
          gone,
          signature,
          office: office?.name ?? null,
          at: at.toISOString(),
          voice,
        })),
      };
    },
  }),
  endpoint({
    id: 'writePost',
    method: 'post',
    path: '/communities/{slug}/posts',
    tag: m.api_tag_blog,
    summary: m.api_write_post,
    key: write,
    body: writePostInput,
    answer: z.strictObject({ number: z.int() }),
    run: async ({ viewer, params, body, how }) => writePost(viewer, (await communityServedBy(viewer, params)).id, body, how),
  }),
  endpoint({
    id: 'publishPost',
    method: 'post',
    path: '/communities/{slug}/posts/{post}/publication',
    tag: m.api_tag_blog,
    summary: m.api_publish_post,
    key: write,
    answer: z.strictObject({ number: z.int() }),
    run: async ({ viewer, params, how }) =>
      publishPost(viewer, { communityId: (await communityServedBy(viewer, params)).id, number: Number(params['post']) }, how),
  }),
  endpoint({
    id: 'findDeskComments',
    method: 'get',
    path: '/communities/{slug}/comments',
    tag: m.api_tag_blog,
    summary: m.api_list_comments,
    key: { scope: 'voices:read' },
    query: z.object({ tab: z.enum(commentTabs, 'input.choose').default('waiting') }),
    answer: z.strictObject({ comments: z.array(comment) }),
    run: async ({ viewer, params, query }) => {
      const { id } = await communityServedBy(viewer, params);
      const rows = await findDeskComments(viewer, id, query.tab);
      return {
        comments: rows.map(({ id: one, words, title, at, dueAt, late, reports }) => ({
          id: one,
          words,
          title,
          at: at.toISOString(),
          dueAt: dueAt && dueAt.toISOString(),
          late,
          reports,
        })),
      };
    },
  }),
  endpoint({
    id: 'decideComment',
    method: 'post',
    path: '/communities/{slug}/comments/{comment}/decision',
    tag: m.api_tag_blog,
    summary: m.api_decide_comment,
    key: write,
    body: decideCommentInput,
    answer: decided,
    run: async ({ viewer, params, body, how }) => present(await decideComment(viewer, await refOf(params), body, how)),
  }),
  endpoint({
    id: 'decideAppeal',
    method: 'post',
    path: '/communities/{slug}/comments/{comment}/appeal-decision',
    tag: m.api_tag_blog,
    summary: m.api_decide_appeal,
    key: write,
    body: decideAppealInput,
    answer: decided,
    run: async ({ viewer, params, body, how }) => present(await decideAppeal(viewer, await refOf(params), body, how)),
  }),
  endpoint({
    id: 'makeVoiceOf',
    method: 'post',
    path: '/communities/{slug}/comments/{comment}/voice',
    tag: m.api_tag_blog,
    summary: m.api_make_voice,
    key: write,
    body: makeVoiceInput.omit({ agrees: true }),
    answer: z.strictObject({ number: z.string() }),
    run: async ({ viewer, params, body, how }) => {
      const { number } = await makeVoiceOf(viewer, await refOf(params), { ...body, agrees: false }, how);
      return { number };
    },
  }),
  endpoint({
    id: 'findDecisions',
    method: 'get',
    path: '/communities/{slug}/comment-decisions',
    tag: m.api_tag_blog,
    summary: m.api_list_decisions,
    key: nobodyNeeded,
    query: z.object({ page }),
    answer: z.strictObject({
      decisions: z.array(
        z.strictObject({ at: time, rulesVersion: z.int(), rule: z.int(), appealed: z.boolean(), outcome: z.string().nullable() }),
      ),
      more: z.boolean(),
    }),
    run: async ({ params, query }) => {
      const { rows, more } = await findDecisions((await communityOf(params)).id, query.page);
      return {
        decisions: rows.map(({ at, rulesVersion, rule, appealed, outcome }) => ({
          at: at.toISOString(),
          rulesVersion,
          rule,
          appealed,
          outcome,
        })),
        more,
      };
    },
  }),
];

function presentPost(row: Omit<PostRow, 'stage' | 'publishAt' | 'picture'>) {
  const { number, kind, title, words, titleEn, wordsEn, author, publishedAt, comments } = row;
  return { number, kind, title, words, titleEn, wordsEn, author, publishedAt: publishedAt && publishedAt.toISOString(), comments };
}

function present({ commentId, stage }: Awaited<ReturnType<typeof decideComment>>) {
  return { id: commentId, stage };
}

async function refOf(params: Record<string, string>): Promise<{ communityId: number; id: string }> {
  return { communityId: (await communityOf(params)).id, id: params['comment'] ?? '' };
}
