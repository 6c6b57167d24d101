import { z } from 'zod';
import { addWorkingDays } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { concerns, days } from './delegation.ts';
import { id, text } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import { takeStep } from './take-step.ts';
import { whyNotAssess } from './why-not-delegate.ts';

/**
 * `responsibilityId`: the entry of the list "residents can do it" it stands under; needed when nothing speaks against it.
 * `concerns`: what speaks against it; one is enough, and then the reason is needed.
 */
export const assessDelegationInput = z
  .object({
    responsibilityId: id.optional(),
    concerns: z.array(z.enum(concerns, 'input.choose')).default([]),
    reason: text(500).optional(),
  })
  .refine((input) => input.concerns.length === 0 || input.reason, { path: ['reason'], message: 'input.needed' })
  .refine((input) => input.concerns.length > 0 || input.responsibilityId, {
    path: ['responsibilityId'],
    message: 'delegation.not-on-list',
  });
export type AssessDelegation = z.infer<typeof assessDelegationInput>;

/** A worker looks whether residents can and may do it. Throws Refused by `whyNotAssess`, Invalid. */
export async function assessDelegation(
  viewer: Viewer,
  ref: DelegationRef,
  input: AssessDelegation,
  how?: How,
): Promise<{ suitable: boolean }> {
  return withDelegation(viewer, ref, { verb: 'assess', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotAssess(one, who));
    const suitable = input.concerns.length === 0;
    if (suitable) await refuseOffList(act, one.communityId, input.responsibilityId ?? '');
    await act.trx
      .insertInto('delegation_assessments')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        delegation_id: one.id,
        responsibility_id: input.responsibilityId ?? null,
        concerns: input.concerns,
        reason: input.reason ?? null,
        assessed_at: act.now,
        assessed_by: viewer.personId ?? '',
      })
      .execute();
    const dueAt = suitable ? addWorkingDays(await currentCalendar(act.trx), act.now, days.offer) : null;
    await takeStep(act, viewer, one, suitable ? 'assessed' : 'unsuitable', {
      to: suitable ? 'assessed' : 'unsuitable',
      ...(suitable && { set: { responsibility_id: input.responsibilityId ?? null } }),
      dueAt,
      reason: input.reason,
    });
    return { suitable };
  });
}

async function refuseOffList({ trx }: Act, communityId: number, responsibilityId: string): Promise<void> {
  const listed = await trx
    .selectFrom('responsibilities')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', responsibilityId)
    .where('standing', '=', 'residents_can')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!listed) throw new Invalid([{ field: 'responsibilityId', code: 'delegation.not-on-list' }]);
}
