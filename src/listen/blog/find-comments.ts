import { numberOf } from '#foundation/text/yearly-number.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';

/**
 * A comment as it stands beneath its post. `words` null: taken back, hidden or removed at the person's request (`gone`
 * says which). `voice`: the number it became, if its author lets it be told and it complains about nobody.
 */
export type ShownComment = {
  id: string;
  words: string | null;
  gone: 'withdrawn' | 'hidden' | 'erased' | null;
  rule: number | null;
  signature: string | null;
  office: { name: string } | null;
  at: Date;
  edited: boolean;
  own: boolean;
  waiting: boolean;
  voice: string | null;
};

/** Oldest first, at most 200: what is shown, what was taken away as that only, and of one's own also what still waits. */
export async function findComments(viewer: Viewer, communityId: number, postId: string): Promise<ShownComment[]> {
  const rows = await database()
    .selectFrom('blog_comments')
    .innerJoin('blog_comment_versions as said', (join) =>
      join
        .onRef('said.community_id', '=', 'blog_comments.community_id')
        .onRef('said.comment_id', '=', 'blog_comments.id')
        .onRef('said.version', '=', 'blog_comments.version'),
    )
    .leftJoin('people', (join) => join.onRef('people.id', '=', 'blog_comments.author_id').on('blog_comments.by_office', '=', true))
    .leftJoin('blog_comment_voices as link', (join) =>
      join
        .onRef('link.community_id', '=', 'blog_comments.community_id')
        .onRef('link.comment_id', '=', 'blog_comments.id')
        .on('link.agreed_at', 'is not', null),
    )
    .leftJoin('voices', (join) =>
      join
        .onRef('voices.community_id', '=', 'link.community_id')
        .onRef('voices.id', '=', 'link.voice_id')
        .on('voices.sealed', '=', 'none')
        .on('voices.erased_at', 'is', null),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('blog_decisions')
          .select('blog_decisions.rule')
          .whereRef('blog_decisions.community_id', '=', 'blog_comments.community_id')
          .whereRef('blog_decisions.comment_id', '=', 'blog_comments.id')
          .orderBy('blog_decisions.decided_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'blog_comments.id',
      'blog_comments.stage',
      'blog_comments.author_id',
      'blog_comments.signature',
      'blog_comments.by_office',
      'blog_comments.written_at',
      'blog_comments.erased_at',
      'blog_comments.version',
      'said.words',
      'people.name',
      'last.rule',
      'voices.year',
      'voices.serial',
    ])
    .where('blog_comments.community_id', '=', communityId)
    .where('blog_comments.post_id', '=', postId)
    .where((eb) => eb.or([eb('blog_comments.stage', '<>', 'waiting'), eb('blog_comments.author_id', '=', viewer.personId)]))
    .orderBy('blog_comments.written_at')
    .orderBy('blog_comments.id')
    .limit(200)
    .execute();
  return rows.map((row) => {
    const gone = goneAs(row.stage, row.erased_at);
    return {
      id: row.id,
      words: gone ? null : row.words,
      gone,
      rule: gone === 'hidden' ? row.rule : null,
      signature: gone ? null : row.signature,
      office: row.by_office && !gone ? { name: row.name ?? '' } : null,
      at: row.written_at,
      edited: row.version > 1,
      own: row.author_id === viewer.personId,
      waiting: row.stage === 'waiting',
      voice: numberOf(row.year, row.serial),
    };
  });
}

function goneAs(stage: string, erasedAt: Date | null): ShownComment['gone'] {
  if (erasedAt) return 'erased';
  return stage === 'withdrawn' || stage === 'hidden' ? stage : null;
}
