import { z } from 'zod';
import { isId } from '#foundation/ids.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { whyNotKeepResponsibilities } from './why-not-responsibility.ts';

export const endResponsibilityInput = z.object({
  responsibilityId: z.uuid('input.not-usable'),
  reason: z.string().trim().min(1, 'input.needed').max(300, 'input.too-long'),
});
export type EndResponsibility = z.infer<typeof endResponsibilityInput>;

/** A line that no longer holds; it stays readable in the history. Throws Forbidden, Missing. */
export async function endResponsibility(
  viewer: Viewer,
  communityId: number,
  input: EndResponsibility,
  how?: How,
): Promise<{ responsibilityId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'responsibility.end', input: [communityId, input] }, how, async (act) => {
    const why = whyNotKeepResponsibilities(viewer, communityId);
    if (why) throw new Forbidden(why);
    const { responsibilityId, reason } = input;
    const row = isId(responsibilityId)
      ? await act.trx
          .updateTable('responsibilities')
          .set({ ended_at: act.now, ended_by: viewer.personId, end_reason: reason })
          .where('community_id', '=', communityId)
          .where('id', '=', responsibilityId)
          .where('ended_at', 'is', null)
          .returning('id')
          .executeTakeFirst()
      : undefined;
    if (!row) throw new Missing();
    await recordEvent(act, {
      communityId,
      name: 'responsibility.ended',
      subjectId: row.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
    });
    return { responsibilityId };
  });
}
