import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachPost, type PostRef } from './load-post.ts';
import { findBlogSettings } from './settings.ts';
import { takeStep } from './take-step.ts';
import { whyNotPublish } from './why-not-post.ts';
import type { WrittenPost } from './write-post.ts';

/** From now on everybody reads it. Throws Missing, Refused. */
export async function publishPost(viewer: Viewer, ref: PostRef, how?: How): Promise<WrittenPost> {
  return perform({ actor: actorKey(viewer), verb: 'blog.publish', input: [ref] }, how, async (act) => {
    const post = await reachPost(act.trx, ref);
    refuseIf(whyNotPublish(post, viewer, await findBlogSettings(act.trx, ref.communityId)));
    await takeStep(act, viewer, post, 'published');
    return { number: post.number };
  });
}
