import { z } from 'zod';
import { addWorkingDays } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { days } from './delegation.ts';
import { id, text } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import { takeStep } from './take-step.ts';
import { findLeaders, tellAbout } from './tell-about.ts';
import { whyNotOffer } from './why-not-delegate.ts';

/** `criteria`: by what it will be decided, published; needed as soon as more than one group is asked. */
export const offerDelegationInput = z
  .object({ organizationIds: z.array(id).min(1, 'input.choose').max(20, 'input.too-long'), criteria: text(500).optional() })
  .refine((input) => input.organizationIds.length === 1 || input.criteria, { path: ['criteria'], message: 'delegation.criteria-needed' });
export type OfferDelegation = z.infer<typeof offerDelegationInput>;

/** One group is asked, or several in an open call. Throws Refused by `whyNotOffer`, Invalid for a group without a leader. */
export async function offerDelegation(viewer: Viewer, ref: DelegationRef, input: OfferDelegation, how?: How): Promise<{ asked: number }> {
  return withDelegation(viewer, ref, { verb: 'offer', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotOffer(one, who));
    const organizationIds = [...new Set(input.organizationIds)];
    await refuseUnfit(act, one.communityId, organizationIds);
    const dueAt = addWorkingDays(await currentCalendar(act.trx), act.now, days.answer);
    const offers = organizationIds.map((organizationId) => ({
      community_id: one.communityId,
      id: newId(act.now),
      delegation_id: one.id,
      organization_id: organizationId,
      criteria: input.criteria ?? null,
      offered_at: act.now,
      offered_by: viewer.personId ?? '',
      due_at: dueAt,
    }));
    const asked = await act.trx
      .insertInto('delegation_offers')
      .values(offers)
      .onConflict((conflict) => conflict.columns(['community_id', 'delegation_id', 'organization_id']).doNothing())
      .returning('organization_id')
      .execute();
    // A group that has refused once isn't pressed again.
    refuseIf(asked.length === 0 ? 'delegation.asked-already' : null);
    await takeStep(act, viewer, one, 'offered', { to: 'offered', dueAt, line: { groups: asked.length, open: asked.length > 1 } });
    const leaders = await findLeaders(
      act,
      one.communityId,
      asked.map((row) => row.organization_id),
    );
    await tellAbout(act, one, leaders, { template: 'offered', deadline: dueAt });
    return { asked: asked.length };
  });
}

/** What residents do together, and with somebody who can answer for it. */
async function refuseUnfit({ trx }: Act, communityId: number, organizationIds: string[]): Promise<void> {
  const fit = await trx
    .selectFrom('organizations')
    .innerJoin('memberships', (join) =>
      join
        .onRef('memberships.community_id', '=', 'organizations.community_id')
        .onRef('memberships.organization_id', '=', 'organizations.id')
        .on('memberships.office', 'in', ['leader', 'chair'])
        .on('memberships.ended_at', 'is', null),
    )
    .select('organizations.id')
    .distinct()
    .where('organizations.community_id', '=', communityId)
    .where('organizations.id', 'in', organizationIds)
    .where('organizations.ended_at', 'is', null)
    .where('organizations.kind', 'in', [...takers])
    .execute();
  if (fit.length < organizationIds.length) throw new Invalid([{ field: 'organizationIds', code: 'delegation.group-without-leader' }]);
}

/** Teams and associations of residents, and the mass organisations. */
export const takers = [
  'volunteer_team',
  'arts_group',
  'community_association',
  'school',
  'trade_union',
  'youth_league',
  'womens_federation',
] as const;
