import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { words, signedIn } from '#listen/voices/index.ts';
import { dueFor } from './due-for.ts';
import { reachShownComment, type CommentRef } from './load-comment.ts';
import { whyNotReport } from './why-not-comment.ts';

export const reportCommentInput = z.object({ words: words(500) });

/** Somebody signed in says why a comment should be looked at. It stays until somebody has decided. Throws Missing, Refused. */
export async function reportComment(viewer: Viewer, ref: CommentRef, input: { words: string }, how?: How): Promise<{ dueAt: string }> {
  return perform({ actor: actorKey(viewer), verb: 'blog.report', input: [ref, input] }, how, async (act) => {
    const comment = await reachShownComment(act.trx, ref);
    refuseIf(whyNotReport(comment, viewer));
    const dueAt = await dueFor(act, 'look');
    const row = newId(act.now);
    await act.trx
      .insertInto('blog_reports')
      .values({
        community_id: ref.communityId,
        id: row,
        comment_id: ref.id,
        reporter_id: signedIn(viewer),
        words: input.words,
        reported_at: act.now,
        due_at: dueAt,
      })
      .execute();
    await recordEvent(act, {
      communityId: ref.communityId,
      name: 'blog.comment_reported',
      subjectId: ref.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, ref.communityId),
      dueAt,
      data: { row },
    });
    return { dueAt: dueAt.toISOString() };
  });
}
