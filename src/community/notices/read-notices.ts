import { sql } from 'kysely';
import { z } from 'zod';
import { Forbidden } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';

/** One notice, or, without `noticeId`, all that lie unread now. */
export const readNoticesInput = z.object({ noticeId: z.uuid('input.choose').optional() });
export type ReadNotices = z.infer<typeof readNoticesInput>;

/** Marks as read, as a row with its moment; what was read already, or isn't one's own, stays as it is. */
export async function readNotices(viewer: Viewer, communityId: number, input: ReadNotices, how?: How): Promise<{ read: number }> {
  const { personId } = viewer;
  if (!personId) throw new Forbidden('sign-in.needed');
  return perform({ actor: actorKey(viewer), verb: 'notice.read', input: [communityId, input] }, how, async ({ trx, now }) => {
    const { numAffectedRows } = await sql`
      insert into notice_readings (community_id, notice_id, read_at)
      select community_id, id, ${now} from notices
      where community_id = ${communityId} and person_id = ${personId} and (${input.noticeId ?? null}::uuid is null or id = ${input.noticeId ?? null})
      on conflict do nothing`.execute(trx);
    return { read: Number(numAffectedRows ?? 0) };
  });
}
