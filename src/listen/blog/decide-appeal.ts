import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words, signedIn } from '#listen/voices/index.ts';
import { appealOutcomes } from './comment.ts';
import type { Commented } from './comment-on-post.ts';
import { reachComment, type CommentRef } from './load-comment.ts';
import { moveComment } from './move-comment.ts';
import { tellAuthor } from './tell-author.ts';
import { whyNotDecideAppeal } from './why-not-comment.ts';

/** `answer`: told to whoever appealed, either way. */
export const decideAppealInput = z.object({ outcome: z.enum(appealOutcomes, 'input.choose'), answer: words(1000) });
export type DecideAppeal = z.infer<typeof decideAppealInput>;

/** Somebody else than whoever hid it looks again: the decision stands, or the comment is shown. Throws Missing, Refused. */
export async function decideAppeal(viewer: Viewer, ref: CommentRef, input: DecideAppeal, how?: How): Promise<Commented> {
  return perform({ actor: actorKey(viewer), verb: 'blog.appeal_decide', input: [ref, input] }, how, async (act) => {
    const comment = await reachComment(act.trx, viewer, ref);
    refuseIf(whyNotDecideAppeal(comment, viewer));
    const row = newId(act.now);
    const late = comment.appealDueAt !== null && act.now > comment.appealDueAt;
    await act.trx
      .insertInto('blog_appeal_decisions')
      .values({
        community_id: ref.communityId,
        id: row,
        appeal_id: comment.appealId ?? '',
        outcome: input.outcome,
        answer: input.answer,
        decided_at: act.now,
        decided_by: signedIn(viewer),
        late,
      })
      .execute();
    const stage = input.outcome === 'reversed' ? 'shown' : 'hidden';
    await moveComment(act, viewer, comment, { event: `appeal_${input.outcome}`, to: stage, late, data: { row } });
    await tellAuthor(act, comment, input.outcome, row);
    await appendToLedger(act, {
      id: row,
      type: 'blog.appeal',
      communityId: ref.communityId,
      plain: { outcome: input.outcome, decision: comment.decisionId ?? '' },
    });
    return { commentId: comment.id, stage };
  });
}
