import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { signedIn } from '#listen/voices/index.ts';
import type { CommentRef } from './load-comment.ts';

/** Within a command: one wording of a comment. */
export async function keepCommentVersion(act: Act, viewer: Viewer, ref: CommentRef, version: number, said: string): Promise<void> {
  await act.trx
    .insertInto('blog_comment_versions')
    .values({
      community_id: ref.communityId,
      id: newId(act.now),
      comment_id: ref.id,
      author_id: signedIn(viewer),
      version,
      words: said,
      written_at: act.now,
    })
    .execute();
}
