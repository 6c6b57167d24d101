import { z } from 'zod';
import { Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { reachOwnComment, type CommentRef } from './load-comment.ts';

export const agreeToNumberInput = z.object({ agrees: z.enum(['yes', 'no'], 'input.choose') });

/** Whether everybody may read beneath one's comment that it became a voice, and its number. One tap each way. */
export async function agreeToNumber(
  viewer: Viewer,
  ref: CommentRef,
  { agrees }: { agrees: 'yes' | 'no' },
  how?: How,
): Promise<{ agrees: boolean }> {
  return perform({ actor: actorKey(viewer), verb: 'blog.agree', input: [ref, agrees] }, how, async (act) => {
    const { communityId, id, voiceId } = await reachOwnComment(act.trx, viewer, ref);
    if (!voiceId) throw new Missing();
    await act.trx
      .updateTable('blog_comment_voices')
      .set({ agreed_at: agrees === 'yes' ? act.now : null })
      .where('community_id', '=', communityId)
      .where('comment_id', '=', id)
      .execute();
    await recordEvent(act, {
      communityId,
      name: agrees === 'yes' ? 'blog.number_agreed' : 'blog.number_withdrawn',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
    });
    return { agrees: agrees === 'yes' };
  });
}
