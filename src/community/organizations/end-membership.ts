import { z } from 'zod';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { day, id, text } from './inputs.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

export const endMembershipInput = z.object({ membershipId: id, on: day, reason: text(300).optional() });
export type EndMembership = z.infer<typeof endMembershipInput>;

/** Somebody leaves: the term is over, they resigned, moved away, or were voted out. Throws Missing, Refused. */
export async function endMembership(
  viewer: Viewer,
  ref: OrganizationRef,
  input: EndMembership,
  how?: How,
): Promise<{ membershipId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'membership.end', input: [ref, input] }, how, async (act) => {
    const { communityId, id: organizationId, kind } = await reachOrganization(act, ref);
    const membership = await act.trx
      .selectFrom('memberships')
      .select(['id', 'person_id', 'ended_at', 'starts_on'])
      .where('community_id', '=', communityId)
      .where('organization_id', '=', organizationId)
      .where('id', '=', input.membershipId)
      .forUpdate()
      .executeTakeFirst();
    if (!membership) throw new Missing();
    // Whoever takes part of their own will may go of their own will.
    if (membership.person_id !== viewer.personId) forbidIf(whyNotKeep(viewer, communityId, kind));
    refuseIf(membership.ended_at ? 'organizations.left-already' : null);
    await act.trx
      .updateTable('memberships')
      .set({ ended_on: input.on, ended_at: act.now, ended_by: viewer.personId, end_reason: input.reason ?? null })
      .where('community_id', '=', communityId)
      .where('id', '=', membership.id)
      .execute();
    // What they had promised passes to whoever takes over.
    await enqueue(act, 'pass-on-commitments', { personId: membership.person_id });
    await recordEvent(act, {
      communityId,
      name: 'membership.ended',
      subjectId: membership.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { organizationId },
    });
    return { membershipId: membership.id };
  });
}
