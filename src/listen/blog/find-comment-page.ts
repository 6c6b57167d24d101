import { numberOf } from '#foundation/text/yearly-number.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { codeOf, visibleTo } from '#listen/voices/index.ts';
import type { Comment } from './comment.ts';
import { loadComment, type CommentRef } from './load-comment.ts';
import { whyNotAppeal, whyNotEditComment, whyNotMakeVoice, whyNotReport, whyNotWithdrawComment } from './why-not-comment.ts';
import type { Why } from './why-not-post.ts';

type Decided = {
  decision: 'shown' | 'hidden';
  rulesVersion: number | null;
  rule: number | null;
  reason: string | null;
  at: Date;
  by: string;
  appeal: { words: string; at: Date; dueAt: Date; outcome: 'kept' | 'reversed' | null; answer: string | null; by: string | null } | null;
};
/** `voice`: with its query code, for whoever wrote the comment. */
export type CommentPage = Pick<Comment, 'id' | 'stage' | 'dueAt' | 'writtenAt' | 'erased' | 'byOffice'> & {
  words: string;
  signature: string | null;
  own: boolean;
  post: { number: number; title: string; titleEn: string | null };
  versions: { words: string; at: Date }[];
  decisions: Decided[];
  voice: { number: string; code: string; agreed: boolean } | null;
  whyNot: { edit: Why; withdraw: Why; appeal: Why; voice: Why; report: Why };
};

/** A comment on a page of its own: the author reads all of its story, everybody else only what is shown. Throws Missing. */
export async function findCommentPage(viewer: Viewer, ref: CommentRef): Promise<CommentPage> {
  const db = database();
  const comment = await loadComment(db, viewer, ref);
  if (!comment) throw new Missing();
  const own = comment.authorId === viewer.personId;
  const [said, versions, decisions, voice] = await Promise.all([
    saidIn(comment),
    own ? versionsOf(comment) : [],
    own ? decisionsOn(comment) : [],
    own ? voiceOf(viewer, comment) : null,
  ]);
  const nobody = 'blog.not-yours';
  return {
    id: comment.id,
    stage: comment.stage,
    dueAt: comment.dueAt,
    writtenAt: comment.writtenAt,
    erased: comment.erased,
    byOffice: comment.byOffice,
    ...said,
    own,
    versions,
    decisions,
    voice,
    whyNot: {
      edit: own ? whyNotEditComment(comment) : nobody,
      withdraw: own ? whyNotWithdrawComment(comment) : nobody,
      appeal: own ? whyNotAppeal(comment) : nobody,
      voice: own ? whyNotMakeVoice(comment) : nobody,
      report: whyNotReport(comment, viewer),
    },
  };
}

/** One of somebody's own comments, in a list. */
export type OwnComment = { id: string; stage: Comment['stage']; words: string; title: string; at: Date };

/** What somebody signed in has said beneath posts here, newest first, at most 100. Throws Forbidden. */
export async function findOwnComments(viewer: Viewer, communityId: number): Promise<OwnComment[]> {
  if (!viewer.personId) throw new Forbidden('sign-in.needed');
  return saidBy()
    .select(['blog_comments.id', 'blog_comments.stage', 'said.words', 'heading.title', 'blog_comments.written_at as at'])
    .$narrowType<Pick<OwnComment, 'stage'>>()
    .where('blog_comments.community_id', '=', communityId)
    .where('blog_comments.author_id', '=', viewer.personId)
    .where('blog_comments.erased_at', 'is', null)
    .orderBy('blog_comments.written_at', 'desc')
    .limit(100)
    .execute();
}

/** Comments with their words and the heading of their post. */
export function saidBy() {
  return database()
    .selectFrom('blog_comments')
    .innerJoin('blog_comment_versions as said', (join) =>
      join
        .onRef('said.community_id', '=', 'blog_comments.community_id')
        .onRef('said.comment_id', '=', 'blog_comments.id')
        .onRef('said.version', '=', 'blog_comments.version'),
    )
    .innerJoin('blog_posts', (join) =>
      join.onRef('blog_posts.community_id', '=', 'blog_comments.community_id').onRef('blog_posts.id', '=', 'blog_comments.post_id'),
    )
    .innerJoin('blog_post_versions as heading', (join) =>
      join
        .onRef('heading.community_id', '=', 'blog_posts.community_id')
        .onRef('heading.post_id', '=', 'blog_posts.id')
        .onRef('heading.version', '=', 'blog_posts.version'),
    );
}

/** What was said and beneath which post. */
export async function saidIn({ communityId, id }: Pick<Comment, 'communityId' | 'id'>) {
  const { number, title, titleEn, ...said } = await saidBy()
    .select(['said.words', 'blog_comments.signature', 'blog_posts.number', 'heading.title', 'heading.title_en as titleEn'])
    .where('blog_comments.community_id', '=', communityId)
    .where('blog_comments.id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...said, post: { number, title, titleEn } };
}

async function versionsOf({ communityId, id, version }: Comment): Promise<{ words: string; at: Date }[]> {
  return database()
    .selectFrom('blog_comment_versions')
    .select(['words', 'written_at as at'])
    .where('community_id', '=', communityId)
    .where('comment_id', '=', id)
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .execute();
}

/** Newest first; the names of those who decided are known to whoever wrote the comment. */
export async function decisionsOn({ communityId, id }: Pick<Comment, 'communityId' | 'id'>): Promise<Decided[]> {
  const rows = await database()
    .selectFrom('blog_decisions as d')
    .innerJoin('people', 'people.id', 'd.decided_by')
    .leftJoin('blog_appeals as a', (join) => join.onRef('a.community_id', '=', 'd.community_id').onRef('a.decision_id', '=', 'd.id'))
    .leftJoin('blog_appeal_decisions as o', (join) => join.onRef('o.community_id', '=', 'a.community_id').onRef('o.appeal_id', '=', 'a.id'))
    .leftJoin('people as other', 'other.id', 'o.decided_by')
    .select([
      'd.decision',
      'd.rules_version as rulesVersion',
      'd.rule',
      'd.reason',
      'd.decided_at as at',
      'people.name as by',
      'a.words',
      'a.appealed_at',
      'a.due_at',
      'o.outcome',
      'o.answer',
      'other.name as other',
    ])
    .$narrowType<Pick<Decided, 'decision'> & { outcome: 'kept' | 'reversed' | null }>()
    .where('d.community_id', '=', communityId)
    .where('d.comment_id', '=', id)
    .orderBy('d.decided_at', 'desc')
    .execute();
  return rows.map(({ words, appealed_at, due_at, outcome, answer, other, by, ...row }) => ({
    ...row,
    by: by ?? '',
    appeal: appealed_at && due_at ? { words: words ?? '', at: appealed_at, dueAt: due_at, outcome, answer, by: other } : null,
  }));
}

async function voiceOf(viewer: Viewer, { communityId, id }: Comment): Promise<CommentPage['voice']> {
  const row = await database()
    .selectFrom('blog_comment_voices as link')
    .innerJoin('voices', (join) => join.onRef('voices.community_id', '=', 'link.community_id').onRef('voices.id', '=', 'link.voice_id'))
    .select(['voices.id', 'voices.year', 'voices.serial', 'link.agreed_at'])
    .where(visibleTo(viewer, communityId))
    .where('link.comment_id', '=', id)
    .executeTakeFirst();
  const number = row ? numberOf(row.year, row.serial) : null;
  return row && number ? { number, code: codeOf(communityId, row.id), agreed: row.agreed_at !== null } : null;
}
