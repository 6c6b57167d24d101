import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { text } from './inputs.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

export const endOrganizationInput = z.object({ reason: text(300) });
export type EndOrganization = z.infer<typeof endOrganizationInput>;

/** It is no more; its row, and what it did, stay. Everybody's place in it ends with it. */
export async function endOrganization(
  viewer: Viewer,
  ref: OrganizationRef,
  input: EndOrganization,
  how?: How,
): Promise<{ organizationId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'organization.end', input: [ref, input] }, how, async (act) => {
    const { communityId, id, kind, ended } = await reachOrganization(act, ref);
    forbidIf(whyNotKeep(viewer, communityId, kind));
    refuseIf(ended ? 'organizations.ended' : null);
    const by = { ended_at: act.now, ended_by: viewer.personId, end_reason: input.reason };
    await act.trx.updateTable('organizations').set(by).where('community_id', '=', communityId).where('id', '=', id).execute();
    await act.trx
      .updateTable('memberships')
      .set({ ...by, ended_on: shanghaiDay(act.now) })
      .where('community_id', '=', communityId)
      .where('organization_id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    // What it had promised passes to whoever takes over.
    await enqueue(act, 'pass-on-commitments', {});
    await recordEvent(act, {
      communityId,
      name: 'organization.ended',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { kind },
    });
    return { organizationId: id };
  });
}
