import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

/** A seat that is no more. One that somebody holds stays until their mandate has ended. Throws Missing, Refused. */
export async function endSeat(viewer: Viewer, ref: OrganizationRef, input: { seatId: string }, how?: How): Promise<{ seatId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'seat.end', input: [ref, input] }, how, async (act) => {
    const { communityId, id: organizationId, kind } = await reachOrganization(act, ref);
    forbidIf(whyNotKeep(viewer, communityId, kind));
    const held = await act.trx
      .selectFrom('memberships')
      .select('id')
      .where('community_id', '=', communityId)
      .where('seat_id', '=', input.seatId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    refuseIf(held ? 'organizations.seat-held' : null);
    const ended = await act.trx
      .updateTable('seats')
      .set({ ended_at: act.now, ended_by: viewer.personId })
      .where('community_id', '=', communityId)
      .where('organization_id', '=', organizationId)
      .where('id', '=', input.seatId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new Missing();
    await recordEvent(act, {
      communityId,
      name: 'seat.ended',
      subjectId: ended.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { organizationId },
    });
    return { seatId: ended.id };
  });
}
