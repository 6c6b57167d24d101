import { z } from 'zod';
import { startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { findStanding } from './find-standing.ts';
import { findVisitors } from './find-visitors.ts';
import { noteStep, takeStep } from './take-step.ts';
import { whyNotAssign, whyNotPlan } from './why-not-visit.ts';

const person = z.uuid('input.choose');

/** `day`: a Shanghai day. `companionId`: who goes along. */
export const planVisitInput = z
  .object({ householdId: z.uuid('input.not-found'), day: z.iso.date('input.not-a-day'), officerId: person, companionId: person.optional() })
  .refine(({ officerId, companionId }) => officerId !== companionId, { path: ['companionId'], message: 'visit.same-person' });
export type PlanVisit = z.infer<typeof planVisitInput>;

/**
 * Somebody is asked to visit a household on a day: by the office, or an officer for themselves. A plan whose day went by
 * is planned anew. Throws Missing for a household out of reach, Refused by `whyNotPlan` (H2, H3), Invalid.
 */
export async function planVisit(viewer: Viewer, communityId: number, input: PlanVisit, how?: How): Promise<{ visitId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit.plan', input: [communityId, input] }, how, async (act) => {
    const { trx, now } = act;
    const home = await findStanding(trx, viewer, communityId, input.householdId, now);
    if (!home) throw new Missing();
    refuseIf(whyNotAssign(viewer, communityId, input.officerId));
    refuseIf(whyNotPlan(home, { day: input.day, companionId: input.companionId ?? null }, now));
    const visitors = await findVisitors(trx, communityId, now, input.householdId);
    for (const field of ['officerId', 'companionId'] as const) {
      const wanted = input[field];
      if (wanted && !visitors.some(({ personId }) => personId === wanted)) throw new Invalid([{ field, code: 'visit.officer-not-there' }]);
    }
    const id = home.planned?.id ?? newId(now);
    const plan = { officer_id: input.officerId, companion_id: input.companionId ?? null, at: startOfShanghaiDay(input.day) };
    await trx
      .insertInto('visits')
      .values({ community_id: communityId, id, household_id: input.householdId, stage: 'planned', ...plan })
      .onConflict((conflict) => conflict.columns(['community_id', 'id']).doUpdateSet({ ...plan, stage: 'planned' }))
      .execute();
    await takeStep(act, viewer, { communityId, id }, { step: 'planned' });
    await noteStep(act, viewer, { communityId, id }, 'visit.planned', { data: { officer: input.officerId, household: input.householdId } });
    return { visitId: id };
  });
}
