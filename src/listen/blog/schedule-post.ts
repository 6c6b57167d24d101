import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachPost, type PostRef } from './load-post.ts';
import { findBlogSettings } from './settings.ts';
import { takeStep } from './take-step.ts';
import { whyNotSchedule } from './why-not-post.ts';
import type { WrittenPost } from './write-post.ts';

/** `at`: a moment with its zone. */
export const schedulePostInput = z.object({ at: z.iso.datetime({ offset: true, error: 'input.not-a-day' }) });
export type SchedulePost = z.infer<typeof schedulePostInput>;

/** At that hour the clock publishes it. Throws Missing, Refused. */
export async function schedulePost(viewer: Viewer, ref: PostRef, { at }: SchedulePost, how?: How): Promise<WrittenPost> {
  return perform({ actor: actorKey(viewer), verb: 'blog.schedule', input: [ref, at] }, how, async (act) => {
    const post = await reachPost(act.trx, ref);
    const moment = new Date(at);
    refuseIf(whyNotSchedule(post, viewer, await findBlogSettings(act.trx, ref.communityId), moment, act.now));
    await takeStep(act, viewer, post, 'scheduled', moment);
    return { number: post.number };
  });
}
