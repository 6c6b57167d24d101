import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Post, PostStage } from './post.ts';

/** Within a command: a post goes to another stage; the row says who and when, the post where it stands now. */
export async function takeStep(act: Act, viewer: Viewer, post: Post, stage: PostStage, publishAt: Date | null = null): Promise<void> {
  const { communityId, id, number, kind } = post;
  const row = newId(act.now);
  await act.trx
    .insertInto('blog_post_steps')
    .values({ community_id: communityId, id: row, post_id: id, stage, publish_at: publishAt, taken_at: act.now, taken_by: viewer.personId })
    .execute();
  await act.trx
    .updateTable('blog_posts')
    .set({ stage, publish_at: publishAt, ...(stage === 'published' && { published_at: act.now }) })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
  await recordEvent(act, {
    communityId,
    name: `blog.post_${stage}`,
    subjectId: id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    dueAt: publishAt,
    data: { number, kind, row },
  });
}
