import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { words, signedIn } from '#listen/voices/index.ts';
import { dueFor } from './due-for.ts';
import { reachOwnComment, type CommentRef } from './load-comment.ts';
import { whyNotAppeal } from './why-not-comment.ts';

export const appealDecisionInput = z.object({ words: words(1000) });

/** Whoever wrote a hidden comment asks somebody else to look again. Throws Missing, Refused. */
export async function appealDecision(viewer: Viewer, ref: CommentRef, input: { words: string }, how?: How): Promise<{ dueAt: string }> {
  return perform({ actor: actorKey(viewer), verb: 'blog.appeal', input: [ref, input] }, how, async (act) => {
    const comment = await reachOwnComment(act.trx, viewer, ref);
    refuseIf(whyNotAppeal(comment));
    const dueAt = await dueFor(act, 'appeal');
    const row = newId(act.now);
    await act.trx
      .insertInto('blog_appeals')
      .values({
        community_id: ref.communityId,
        id: row,
        decision_id: comment.decisionId ?? '',
        appellant_id: signedIn(viewer),
        words: input.words,
        appealed_at: act.now,
        due_at: dueAt,
      })
      .execute();
    await recordEvent(act, {
      communityId: ref.communityId,
      name: 'blog.appealed',
      subjectId: ref.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, ref.communityId),
      dueAt,
      data: { row },
    });
    return { dueAt: dueAt.toISOString() };
  });
}
