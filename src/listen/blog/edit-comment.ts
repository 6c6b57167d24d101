import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import type { Commented } from './comment-on-post.ts';
import { dueFor } from './due-for.ts';
import { keepCommentVersion } from './keep-comment-version.ts';
import { reachOwnComment, type CommentRef } from './load-comment.ts';
import { moveComment } from './move-comment.ts';
import { findBlogSettings } from './settings.ts';
import { whyNotEditComment } from './why-not-comment.ts';

export const editCommentInput = z.object({ words: words(2000) });

/** One's own words put right. The earlier wording stays; where the community looks first, somebody looks again. */
export async function editComment(viewer: Viewer, ref: CommentRef, input: { words: string }, how?: How): Promise<Commented> {
  return perform({ actor: actorKey(viewer), verb: 'blog.comment_edit', input: [ref, input] }, how, async (act) => {
    const comment = await reachOwnComment(act.trx, viewer, ref);
    refuseIf(whyNotEditComment(comment));
    const { checkedFirst } = await findBlogSettings(act.trx, ref.communityId);
    const waits = comment.stage === 'waiting' || comment.namedIds.length > 0 || (checkedFirst && !comment.byOffice);
    const version = comment.version + 1;
    await keepCommentVersion(act, viewer, ref, version, input.words);
    const stage = waits ? 'waiting' : 'shown';
    const dueAt = waits ? (comment.dueAt ?? (await dueFor(act, 'look'))) : null;
    await moveComment(act, viewer, comment, { event: 'edited', to: stage, version, dueAt });
    return { commentId: comment.id, stage };
  });
}
