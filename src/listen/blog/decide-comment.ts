import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words, signedIn } from '#listen/voices/index.ts';
import { decisions, type Comment } from './comment.ts';
import type { Commented } from './comment-on-post.ts';
import { reachComment, type CommentRef } from './load-comment.ts';
import { moveComment } from './move-comment.ts';
import { findRules, type BlogRules } from './rules.ts';
import { tellAuthor } from './tell-author.ts';
import { whyNotDecide } from './why-not-comment.ts';

/** `rule`: its number in the rules in force; `reason`: told to the author. Both are needed to hide. */
export const decideCommentInput = z
  .object({
    decision: z.enum(decisions, 'input.choose'),
    rule: z.coerce.number('input.choose').int('input.choose').positive('input.choose').optional(),
    reason: words(1000).optional(),
  })
  .superRefine(({ decision, rule, reason }, context) => {
    if (decision === 'shown') return;
    if (rule === undefined) context.addIssue({ code: 'custom', path: ['rule'], message: 'blog.rule-needed' });
    if (reason === undefined) context.addIssue({ code: 'custom', path: ['reason'], message: 'blog.reason-needed' });
  });
export type DecideComment = z.infer<typeof decideCommentInput>;

/**
 * The office shows a comment, or hides it for a published rule and says why. Whoever's name stands in it leaves that to
 * somebody else. Hiding is a line in the public ledger: which rule, which decision, not whose and what. Throws Missing, Refused.
 */
export async function decideComment(viewer: Viewer, ref: CommentRef, input: DecideComment, how?: How): Promise<Commented> {
  return perform({ actor: actorKey(viewer), verb: 'blog.decide', input: [ref, input] }, how, async (act) => {
    const comment = await reachComment(act.trx, viewer, ref);
    refuseIf(whyNotDecide(comment, viewer));
    if (await isNamedIn(act, comment, viewer)) throw new Refused('blog.about-you');
    const rules = await findRules(act.trx, ref.communityId);
    const hides = input.decision === 'hidden';
    if (hides && !isRule(rules, input.rule)) throw new Invalid([{ field: 'rule', code: 'blog.rule-needed' }]);
    const row = newId(act.now);
    const late = comment.dueAt !== null && act.now > comment.dueAt;
    await act.trx
      .insertInto('blog_decisions')
      .values({
        community_id: ref.communityId,
        id: row,
        comment_id: comment.id,
        decision: input.decision,
        rules_version: hides && rules ? rules.version : null,
        rule: hides ? (input.rule ?? null) : null,
        reason: hides ? (input.reason ?? null) : null,
        decided_at: act.now,
        decided_by: signedIn(viewer),
        due_at: comment.dueAt,
        late,
      })
      .execute();
    await moveComment(act, viewer, comment, { event: input.decision, to: input.decision, late, data: { row } });
    await tellAuthor(act, comment, input.decision, row);
    if (hides && rules) {
      const plain = { decision: input.decision, rules: rules.version, rule: input.rule ?? 0 };
      await appendToLedger(act, { id: row, type: 'blog.decision', communityId: ref.communityId, plain });
    }
    return { commentId: comment.id, stage: input.decision };
  });
}

/** Whether the viewer's own name stands in the words as they are now. */
async function isNamedIn({ trx }: Act, comment: Comment, { name }: Viewer): Promise<boolean> {
  if (!name) return false;
  const { words: said } = await trx
    .selectFrom('blog_comment_versions')
    .select('words')
    .where('community_id', '=', comment.communityId)
    .where('comment_id', '=', comment.id)
    .where('version', '=', comment.version)
    .executeTakeFirstOrThrow();
  return said.includes(name);
}

function isRule(rules: BlogRules | null, rule: number | undefined): boolean {
  return rules !== null && rule !== undefined && rule <= rules.zh.length;
}
