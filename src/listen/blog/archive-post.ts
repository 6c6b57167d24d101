import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachPost, type PostRef } from './load-post.ts';
import { findBlogSettings } from './settings.ts';
import { takeStep } from './take-step.ts';
import { whyNotArchive } from './why-not-post.ts';
import type { WrittenPost } from './write-post.ts';

/** It leaves the list and takes no more comments; whoever has its address still reads it. Throws Missing, Refused. */
export async function archivePost(viewer: Viewer, ref: PostRef, how?: How): Promise<WrittenPost> {
  return perform({ actor: actorKey(viewer), verb: 'blog.archive', input: [ref] }, how, async (act) => {
    const post = await reachPost(act.trx, ref);
    refuseIf(whyNotArchive(post, viewer, await findBlogSettings(act.trx, ref.communityId)));
    await takeStep(act, viewer, post, 'archived');
    return { number: post.number };
  });
}
