import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { DB } from '#db/schema.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';

type Builder = ExpressionBuilder<DB, 'blog_comments'>;

/** Whether there is a comments' desk for this viewer at all. */
export function seesComments(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'supervisory_member', 'street_supervisor');
}

/**
 * The SQL condition for the comments of one community that the desk may see. Whoever a comment is about doesn't find it
 * there, nor a comment whose voice they may not reach: from what is missing nobody learns that it became one (V6).
 * A comment about the secretary is decided at the street alone.
 */
export function commentsAtDesk(viewer: Viewer, communityId: number) {
  return (eb: Builder): ExpressionWrapper<DB, 'blog_comments', SqlBool> => {
    const here = eb('blog_comments.community_id', '=', communityId);
    if (viewer.kind === 'system') return here;
    const named = sql<boolean>`exists (select from blog_comment_named n where n.community_id = blog_comments.community_id
      and n.comment_id = blog_comments.id and n.person_id = ${viewer.personId})`;
    return eb.and([
      here,
      eb('blog_comments.sealed', 'in', seals(viewer, communityId)),
      eb.not(named),
      voiceReached(eb, viewer, communityId),
    ]);
  };
}

function seals(viewer: Viewer, communityId: number): string[] {
  return [
    ...(hasRole(viewer, communityId, 'community_worker') ? ['none'] : []),
    ...(hasRole(viewer, communityId, 'community_secretary', 'supervisory_member') ? ['none', 'named'] : []),
    ...(hasRole(viewer, communityId, 'street_supervisor') ? ['none', 'named', 'street'] : []),
    // An empty list would not be SQL.
    'nobody',
  ];
}

function voiceReached(eb: Builder, viewer: Viewer, communityId: number) {
  const link = eb
    .selectFrom('blog_comment_voices')
    .select('blog_comment_voices.voice_id')
    .whereRef('blog_comment_voices.community_id', '=', 'blog_comments.community_id')
    .whereRef('blog_comment_voices.comment_id', '=', 'blog_comments.id');
  const reached = eb
    .selectFrom('voices')
    .select('voices.id')
    .where(visibleTo(viewer, communityId))
    .whereRef('voices.community_id', '=', 'blog_comments.community_id')
    .where('voices.id', 'in', link);
  const ordinary = eb
    .selectFrom('voices')
    .select('voices.id')
    .where('voices.community_id', '=', communityId)
    .where('voices.sealed', '=', 'none')
    .where('voices.id', 'in', link);
  return eb.or([eb.not(eb.exists(link)), eb.exists(reached), eb.exists(ordinary)]);
}
