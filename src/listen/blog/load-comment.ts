import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { commentsAtDesk } from './blog-access.ts';
import type { Comment } from './comment.ts';

export type CommentRef = { communityId: number; id: string };

/** For a command at the desk: locks the comment and reads it. Out of reach is Missing. */
export async function reachComment(trx: Transaction<DB>, viewer: Viewer, ref: CommentRef): Promise<Comment> {
  await lock(trx, ref);
  const row = await query(trx, ref)?.where(commentsAtDesk(viewer, ref.communityId)).executeTakeFirst();
  if (!row) throw new Missing();
  return toComment(row);
}

/** For whoever wrote it. */
export async function reachOwnComment(trx: Transaction<DB>, viewer: Viewer, ref: CommentRef): Promise<Comment> {
  await lock(trx, ref);
  const row = viewer.personId ? await query(trx, ref)?.where('blog_comments.author_id', '=', viewer.personId).executeTakeFirst() : null;
  if (!row) throw new Missing();
  return toComment(row);
}

/** For everybody: what is shown beneath a post. */
export async function reachShownComment(trx: Transaction<DB>, ref: CommentRef): Promise<Comment> {
  await lock(trx, ref);
  const row = await query(trx, ref)?.where('blog_comments.stage', '=', 'shown').executeTakeFirst();
  if (!row) throw new Missing();
  return toComment(row);
}

/** The same without a lock, for pages; null when out of reach. */
export async function loadDeskComment(db: Kysely<DB>, viewer: Viewer, ref: CommentRef): Promise<Comment | null> {
  const row = await query(db, ref)?.where(commentsAtDesk(viewer, ref.communityId)).executeTakeFirst();
  return row ? toComment(row) : null;
}

/** Somebody's own, or one that everybody reads. */
export async function loadComment(db: Kysely<DB>, viewer: Viewer, ref: CommentRef): Promise<Comment | null> {
  const row = await query(db, ref)
    ?.where((eb) => eb.or([eb('blog_comments.stage', '=', 'shown'), eb('blog_comments.author_id', '=', viewer.personId)]))
    .executeTakeFirst();
  return row ? toComment(row) : null;
}

async function lock(trx: Transaction<DB>, { communityId, id }: CommentRef): Promise<void> {
  if (!isId(id)) return;
  await trx.selectFrom('blog_comments').select('id').where('community_id', '=', communityId).where('id', '=', id).forUpdate().execute();
}

type Row = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof query>>['executeTakeFirst']>>>;

function query(db: Kysely<DB>, { communityId, id }: CommentRef) {
  if (!isId(id)) return null;
  return db
    .selectFrom('blog_comments')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('blog_decisions')
          .leftJoin('blog_appeals', (join) =>
            join
              .onRef('blog_appeals.community_id', '=', 'blog_decisions.community_id')
              .onRef('blog_appeals.decision_id', '=', 'blog_decisions.id'),
          )
          .leftJoin('blog_appeal_decisions as answer', (join) =>
            join.onRef('answer.community_id', '=', 'blog_appeals.community_id').onRef('answer.appeal_id', '=', 'blog_appeals.id'),
          )
          .select([
            'blog_decisions.id as decision_id',
            'blog_decisions.decision',
            'blog_decisions.decided_by',
            'blog_decisions.decided_at',
            'blog_appeals.id as appeal_id',
            'blog_appeals.due_at as appeal_due_at',
            'answer.outcome as appeal_outcome',
          ])
          .whereRef('blog_decisions.community_id', '=', 'blog_comments.community_id')
          .whereRef('blog_decisions.comment_id', '=', 'blog_comments.id')
          .orderBy('blog_decisions.decided_at', 'desc')
          .orderBy('blog_decisions.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('blog_comment_voices as link', (join) =>
      join.onRef('link.community_id', '=', 'blog_comments.community_id').onRef('link.comment_id', '=', 'blog_comments.id'),
    )
    .selectAll('blog_comments')
    .select(['last.decision_id', 'last.decision', 'last.decided_by', 'last.appeal_id', 'last.appeal_due_at', 'last.appeal_outcome'])
    .select([
      'link.voice_id',
      sql<string[]>`(select coalesce(array_agg(n.person_id::text), '{}') from blog_comment_named n
        where n.community_id = blog_comments.community_id and n.comment_id = blog_comments.id)`.as('named_ids'),
      sql<boolean>`exists (select from blog_reports r where r.community_id = blog_comments.community_id
        and r.comment_id = blog_comments.id and r.reported_at > coalesce(last.decided_at, '-infinity'))`.as('reported'),
    ])
    .$narrowType<Pick<Comment, 'stage' | 'sealed' | 'decision'> & { appeal_outcome: Comment['appealOutcome'] }>()
    .where('blog_comments.community_id', '=', communityId)
    .where('blog_comments.id', '=', id);
}

function toComment(row: Row): Comment {
  return {
    communityId: row.community_id,
    id: row.id,
    postId: row.post_id,
    authorId: row.author_id,
    byOffice: row.by_office,
    stage: row.stage,
    sealed: row.sealed,
    version: row.version,
    writtenAt: row.written_at,
    dueAt: row.due_at,
    erased: row.erased_at !== null,
    namedIds: row.named_ids,
    decisionId: row.decision_id,
    decision: row.decision,
    decidedBy: row.decided_by,
    appealId: row.appeal_id,
    appealDueAt: row.appeal_due_at,
    appealOutcome: row.appeal_outcome,
    reported: row.reported,
    voiceId: row.voice_id,
  };
}
