import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

/** Everything listed has been passed on. Throws Missing, Refused when it was done before. */
export async function finishHandover(
  viewer: Viewer,
  ref: OrganizationRef,
  input: { handoverId: string },
  how?: How,
): Promise<{ handoverId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'handover.finish', input: [ref, input] }, how, async (act) => {
    const { communityId, id: organizationId, kind } = await reachOrganization(act, ref);
    forbidIf(whyNotKeep(viewer, communityId, kind));
    const handover = await act.trx
      .selectFrom('handovers')
      .select(['id', 'done_at'])
      .where('community_id', '=', communityId)
      .where('organization_id', '=', organizationId)
      .where('id', '=', input.handoverId)
      .forUpdate()
      .executeTakeFirst();
    if (!handover) throw new Missing();
    refuseIf(handover.done_at ? 'organizations.handed-over' : null);
    await act.trx
      .updateTable('handovers')
      .set({ done_at: act.now, done_by: viewer.personId })
      .where('community_id', '=', communityId)
      .where('id', '=', handover.id)
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'handover.finished',
      subjectId: handover.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { organizationId },
    });
    return { handoverId: handover.id };
  });
}
