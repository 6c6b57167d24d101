import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import type { Commented } from './comment-on-post.ts';
import { reachOwnComment, type CommentRef } from './load-comment.ts';
import { moveComment } from './move-comment.ts';
import { whyNotWithdrawComment } from './why-not-comment.ts';

/** One's own words taken back: from now on only that there was a comment. Throws Missing, Refused. */
export async function withdrawComment(viewer: Viewer, ref: CommentRef, how?: How): Promise<Commented> {
  return perform({ actor: actorKey(viewer), verb: 'blog.comment_withdraw', input: [ref] }, how, async (act) => {
    const comment = await reachOwnComment(act.trx, viewer, ref);
    refuseIf(whyNotWithdrawComment(comment));
    await moveComment(act, viewer, comment, { event: 'withdrawn', to: 'withdrawn' });
    return { commentId: comment.id, stage: 'withdrawn' };
  });
}
