import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Comment, CommentStage } from './comment.ts';

type Move = {
  event: string;
  to: CommentStage;
  dueAt?: Date | null;
  version?: number;
  late?: boolean;
  data?: Record<string, string | number>;
};

/** Within a command: where a comment stands now, and the event that brought it there. */
export async function moveComment(act: Act, viewer: Viewer, comment: Comment, move: Move): Promise<void> {
  const { communityId, id } = comment;
  const dueAt = move.dueAt ?? null;
  await act.trx
    .updateTable('blog_comments')
    .set({ stage: move.to, due_at: dueAt, reminded_at: null, version: move.version ?? comment.version })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
  await recordEvent(act, {
    communityId,
    name: `blog.comment_${move.event}`,
    subjectId: id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    dueAt,
    late: move.late ?? null,
    data: { from: comment.stage, to: move.to, ...move.data },
  });
}
