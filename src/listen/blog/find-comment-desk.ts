import { sql } from 'kysely';
import { numberOf } from '#foundation/text/yearly-number.ts';
import { Missing } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import { commentsAtDesk, seesComments } from './blog-access.ts';
import type { Comment } from './comment.ts';
import { decisionsOn, saidBy, saidIn, type CommentPage } from './find-comment-page.ts';
import { loadDeskComment, type CommentRef } from './load-comment.ts';
import { whyNotDecide, whyNotDecideAppeal, whyNotMakeVoice } from './why-not-comment.ts';
import type { Why } from './why-not-post.ts';

export const commentTabs = ['waiting', 'appeals', 'shown', 'decided'] as const;
export type CommentTab = (typeof commentTabs)[number];
export type DeskComment = {
  id: string;
  words: string;
  title: string;
  at: Date;
  dueAt: Date | null;
  late: boolean;
  reports: number;
  reminded: boolean;
};
/** How much there is to do: what waits to be looked at or was reported, how much of it is late, and appeals. */
export type CommentCounts = { waiting: number; late: number; appeals: number };

const reports = sql<number>`(select count(*)::int from blog_reports r where r.community_id = blog_comments.community_id
  and r.comment_id = blog_comments.id and blog_comments.stage = 'shown' and r.reported_at > coalesce((select max(d.decided_at)
    from blog_decisions d where d.community_id = r.community_id and d.comment_id = r.comment_id), '-infinity'))`;
const due = sql<Date | null>`coalesce(blog_comments.due_at, (select min(r.due_at) from blog_reports r
  where r.community_id = blog_comments.community_id and r.comment_id = blog_comments.id))`;
const appealed = sql<boolean>`(blog_comments.stage = 'hidden' and exists (select from blog_decisions d
  join blog_appeals a on a.community_id = d.community_id and a.decision_id = d.id
  where d.community_id = blog_comments.community_id and d.comment_id = blog_comments.id and not exists
    (select from blog_appeal_decisions o where o.community_id = a.community_id and o.appeal_id = a.id)))`;
const toLookAt = sql<boolean>`(blog_comments.stage = 'waiting' or ${reports} > 0)`;
// Only what may still become something: what is missing here tells nobody why (blog-access.ts).
const shown = sql<boolean>`(blog_comments.stage = 'shown' and not blog_comments.by_office and ${reports} = 0 and not exists
  (select from blog_comment_voices v where v.community_id = blog_comments.community_id and v.comment_id = blog_comments.id))`;
const decided = sql<boolean>`(blog_comments.stage = 'hidden' and not ${appealed})`;
const conditions = { waiting: toLookAt, appeals: appealed, shown, decided };

/** One tab of the comments' desk: what has been waiting longest first, otherwise the newest; at most 100. */
export async function findDeskComments(viewer: Viewer, communityId: number, tab: CommentTab): Promise<DeskComment[]> {
  if (!seesComments(viewer, communityId)) return [];
  const [now, rows] = await Promise.all([
    databaseTime(),
    saidBy()
      .select(['blog_comments.id', 'said.words', 'heading.title', 'blog_comments.written_at as at', 'blog_comments.reminded_at'])
      .select([due.as('dueAt'), reports.as('reports')])
      .where(commentsAtDesk(viewer, communityId))
      .where('blog_comments.erased_at', 'is', null)
      .where(conditions[tab])
      .orderBy('blog_comments.written_at', tab === 'waiting' || tab === 'appeals' ? 'asc' : 'desc')
      .limit(100)
      .execute(),
  ]);
  return rows.map(({ reminded_at, ...row }) => ({ ...row, reminded: reminded_at !== null, late: row.dueAt !== null && row.dueAt < now }));
}

/** What the moderators are told at a glance. */
export async function countComments(viewer: Viewer, communityId: number): Promise<CommentCounts> {
  if (!seesComments(viewer, communityId)) return { waiting: 0, late: 0, appeals: 0 };
  const row = await database()
    .selectFrom('blog_comments')
    .select([
      sql<number>`count(*) filter (where ${toLookAt})::int`.as('waiting'),
      sql<number>`count(*) filter (where ${toLookAt} and ${due} < now())::int`.as('late'),
      sql<number>`count(*) filter (where ${appealed})::int`.as('appeals'),
    ])
    .where(commentsAtDesk(viewer, communityId))
    .where('blog_comments.erased_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row;
}

/** `names`: whose conduct it is about, for those who decide. `voice`: only where the viewer may reach it. */
export type CommentDeskPage = Pick<CommentPage, 'words' | 'signature' | 'post' | 'decisions'> &
  Pick<Comment, 'id' | 'stage' | 'writtenAt' | 'dueAt' | 'erased'> & {
    names: string[];
    reports: { words: string; at: Date }[];
    voice: string | null;
    whyNot: { decide: Why; appeal: Why; voice: Why };
  };

/** One comment at the desk. Throws Missing. */
export async function findCommentDesk(viewer: Viewer, ref: CommentRef): Promise<CommentDeskPage> {
  const db = database();
  const comment = seesComments(viewer, ref.communityId) ? await loadDeskComment(db, viewer, ref) : null;
  if (!comment) throw new Missing();
  const [said, decisions, named, told, voice] = await Promise.all([
    saidIn(comment),
    decisionsOn(comment),
    db
      .selectFrom('people')
      .select('name')
      .where('id', 'in', [...comment.namedIds, comment.id])
      .execute(),
    db
      .selectFrom('blog_reports')
      .select(['words', 'reported_at as at'])
      .where('community_id', '=', ref.communityId)
      .where('comment_id', '=', comment.id)
      .orderBy('reported_at')
      .execute(),
    voiceOf(viewer, comment),
  ]);
  return {
    id: comment.id,
    stage: comment.stage,
    writtenAt: comment.writtenAt,
    dueAt: comment.dueAt,
    erased: comment.erased,
    ...said,
    decisions,
    names: named.map(({ name }) => name ?? ''),
    reports: told,
    voice,
    whyNot: {
      decide: whyNotDecide(comment, viewer),
      appeal: whyNotDecideAppeal(comment, viewer),
      voice: whyNotMakeVoice(comment) ?? (comment.stage === 'hidden' ? null : whyNotDecide(comment, viewer)),
    },
  };
}

async function voiceOf(viewer: Viewer, { communityId, voiceId }: Comment): Promise<string | null> {
  if (!voiceId) return null;
  const row = await database()
    .selectFrom('voices')
    .select(['year', 'serial'])
    .where(visibleTo(viewer, communityId))
    .where('voices.id', '=', voiceId)
    .executeTakeFirst();
  return row ? numberOf(row.year, row.serial) : null;
}
