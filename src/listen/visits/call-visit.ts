import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { findStanding } from './find-standing.ts';
import { plansVisits } from './visit-access.ts';

export const callVisitInput = z.object({ householdId: z.uuid('input.not-found'), reason: z.enum(['emergency', 'asked'], 'input.choose') });
export type CallVisit = z.infer<typeof callVisitInput>;

/**
 * Somebody should go there soon: after an emergency, or because the household asked the office. Only its own asking lifts
 * the rest after a refusal (H2). Throws Forbidden, Missing, Refused.
 */
export async function callVisit(viewer: Viewer, communityId: number, input: CallVisit, how?: How): Promise<{ householdId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit.call', input: [communityId, input] }, how, async (act) => {
    if (!plansVisits(viewer, communityId)) throw new Forbidden();
    const { householdId, reason } = input;
    const home = await findStanding(act.trx, viewer, communityId, householdId, act.now);
    if (!home) throw new Missing();
    refuseIf(home.call?.reason === reason ? 'visit.called-already' : null);
    await act.trx
      .insertInto('visit_calls')
      .values({
        community_id: communityId,
        id: newId(act.now),
        household_id: householdId,
        reason,
        called_at: act.now,
        called_by: viewer.personId,
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'visit.called',
      subjectId: householdId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { reason },
    });
    return { householdId };
  });
}
