import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn } from '#listen/voices/index.ts';
import { firstSettings, type BlogSettings } from './post.ts';
import { whyNotSteer } from './why-not-post.ts';

/** `closesAfterDays`: how long after publication a post takes comments; without it always. */
export const chooseBlogSettingsInput = z.object({
  checkedFirst: z.boolean(),
  nextDoorWrites: z.boolean(),
  closesAfterDays: z.coerce
    .number('input.not-usable')
    .int('input.not-usable')
    .min(1, 'input.not-usable')
    .max(365, 'input.not-usable')
    .nullable(),
});

/** The secretary chooses how the blog is run from now on. Throws Refused. */
export async function chooseBlogSettings(viewer: Viewer, communityId: number, input: BlogSettings, how?: How): Promise<{ chosen: true }> {
  return perform({ actor: actorKey(viewer), verb: 'blog.settings', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotSteer(viewer, communityId));
    const id = newId(act.now);
    await act.trx
      .insertInto('blog_settings')
      .values({
        community_id: communityId,
        id,
        checked_first: input.checkedFirst,
        next_door_writes: input.nextDoorWrites,
        closes_after_days: input.closesAfterDays,
        chosen_at: act.now,
        chosen_by: signedIn(viewer),
      })
      .execute();
    const data = { checkedFirst: input.checkedFirst, nextDoorWrites: input.nextDoorWrites, closesAfterDays: input.closesAfterDays };
    await recordEvent(act, {
      communityId,
      name: 'blog.settings_chosen',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data,
    });
    return { chosen: true };
  });
}

/** The newest choice. */
export async function findBlogSettings(db: Kysely<DB>, communityId: number): Promise<BlogSettings> {
  const row = await db
    .selectFrom('blog_settings')
    .select(['checked_first as checkedFirst', 'next_door_writes as nextDoorWrites', 'closes_after_days as closesAfterDays'])
    .where('community_id', '=', communityId)
    .orderBy('chosen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? firstSettings;
}

/** The same for a page. */
export async function findSettings(communityId: number): Promise<BlogSettings> {
  return findBlogSettings(database(), communityId);
}
