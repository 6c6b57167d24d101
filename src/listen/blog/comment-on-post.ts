import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { nameAccused, sealFor, words, signedIn } from '#listen/voices/index.ts';
import type { CommentStage, Sealed } from './comment.ts';
import { dueFor } from './due-for.ts';
import { keepCommentVersion } from './keep-comment-version.ts';
import { reachPost, type PostRef } from './load-post.ts';
import { findRules } from './rules.ts';
import { findBlogSettings } from './settings.ts';
import { whyNotComment } from './why-not-comment.ts';

/** `signature`: how a resident wishes to be called beneath their words. `namedIds`: whose conduct it is about. */
export const commentOnPostInput = z.object({
  words: words(2000),
  signature: words(20).optional(),
  namedIds: z.array(z.uuid('input.not-found')).max(10, 'input.too-many').default([]),
});
export type CommentOnPost = z.infer<typeof commentOnPostInput>;
export type Commented = { commentId: string; stage: CommentStage };

/**
 * Somebody says something beneath a post. Where the community looks first, and always where it is about how somebody
 * behaved, it waits until somebody has looked; the office's own answers stand at once. Throws Missing, Refused.
 */
export async function commentOnPost(viewer: Viewer, ref: PostRef, input: CommentOnPost, how?: How): Promise<Commented> {
  return perform({ actor: actorKey(viewer), verb: 'blog.comment', input: [ref, input] }, how, async (act) => {
    const post = await reachPost(act.trx, ref);
    const settings = await findBlogSettings(act.trx, ref.communityId);
    if (post.stage === 'draft' || post.stage === 'scheduled') throw new Missing();
    const rules = (await findRules(act.trx, ref.communityId)) !== null;
    refuseIf(whyNotComment(post, viewer, rules, settings, act.now));
    const byOffice = viewer.kind === 'staff';
    const named = await namedIn(act, ref.communityId, input);
    const waits = named.ids.length > 0 || (settings.checkedFirst && !byOffice);
    const dueAt = waits ? await dueFor(act, 'look') : null;
    const stage = waits ? 'waiting' : 'shown';
    const commentId = newId(act.now);
    await act.trx
      .insertInto('blog_comments')
      .values({
        community_id: ref.communityId,
        id: commentId,
        post_id: post.id,
        author_id: signedIn(viewer),
        signature: byOffice ? null : (input.signature ?? null),
        by_office: byOffice,
        stage,
        sealed: named.sealed,
        version: 1,
        written_at: act.now,
        due_at: dueAt,
      })
      .execute();
    await keepCommentVersion(act, viewer, { communityId: ref.communityId, id: commentId }, 1, input.words);
    await keepNamed(act, ref.communityId, commentId, named.ids);
    await recordEvent(act, {
      communityId: ref.communityId,
      name: 'blog.comment_written',
      subjectId: commentId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, ref.communityId),
      dueAt,
      data: { number: post.number, stage },
    });
    return { commentId, stage };
  });
}

async function namedIn(
  act: Act,
  communityId: number,
  { words: said, namedIds }: CommentOnPost,
): Promise<{ ids: string[]; sealed: Sealed }> {
  if (namedIds.length === 0) return { ids: [], sealed: 'none' };
  const accused = await nameAccused(act, communityId, { kind: 'complaint', words: said, accusedIds: namedIds });
  return { ids: accused.flatMap(({ personId }) => personId ?? []), sealed: sealFor(accused) };
}

async function keepNamed({ trx, now }: Act, communityId: number, commentId: string, ids: string[]): Promise<void> {
  for (const personId of ids) {
    await trx
      .insertInto('blog_comment_named')
      .values({ community_id: communityId, id: newId(now), comment_id: commentId, person_id: personId, named_at: now })
      .execute();
  }
}
