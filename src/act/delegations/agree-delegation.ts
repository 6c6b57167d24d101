import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Delegation } from './delegation.ts';
import { findAgreement } from './find-agreement.ts';
import { cents, day, id, text } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import { takeStep } from './take-step.ts';
import { findLeaders, findSecretaries, tellAbout } from './tell-about.ts';
import { whyNotDraft, whyNotSign } from './why-not-delegate.ts';

const item = z.object({ item: text(80), cents });
/** One line an item, the amount last: `Paint 300`. Comes out as items in fen. */
const money = z.union([
  z.array(item).max(30, 'input.too-long'),
  z
    .string()
    .trim()
    .transform((typed) => typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [splitItem(line)])))
    .pipe(z.array(item).max(30, 'input.too-long')),
]);

/** Fields of the form 交办协议 (method.md appendix D). `insurance`: which one, or why none is needed [law Volunteer 17]. */
export const draftAgreementInput = z
  .object({
    mentorId: id,
    startsOn: day,
    endsOn: day,
    scope: text(1000),
    notInScope: text(600),
    placeWords: text(200),
    timeWords: text(200),
    money: money.default([]),
    safety: text(600),
    insurance: text(300),
    dataRules: text(600),
    stopRule: text(600),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], message: 'delegation.ends-first' });
export type DraftAgreement = z.infer<typeof draftAgreementInput>;

/** The secretary signs an agreement for the community and puts it before the group. L2: with a mentor of the office and an end. */
export async function draftAgreement(
  viewer: Viewer,
  ref: DelegationRef,
  input: DraftAgreement,
  how?: How,
): Promise<{ agreementId: string }> {
  return withDelegation(viewer, ref, { verb: 'draft_agreement', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotDraft(one, who));
    await refuseMentor(act, one, input.mentorId);
    const agreementId = newId(act.now);
    const { mentorId, startsOn, endsOn, scope, notInScope, placeWords, timeWords, safety, insurance, dataRules, stopRule } = input;
    await act.trx
      .insertInto('delegation_agreements')
      .values({
        community_id: one.communityId,
        id: agreementId,
        delegation_id: one.id,
        organization_id: one.organizationId ?? '',
        mentor_id: mentorId,
        starts_on: startsOn,
        ends_on: endsOn,
        scope,
        not_in_scope: notInScope,
        place_words: placeWords,
        time_words: timeWords,
        money: JSON.stringify(input.money),
        safety,
        insurance,
        data_rules: dataRules,
        stop_rule: stopRule,
        offered_at: act.now,
        offered_by: viewer.personId ?? '',
      })
      .execute();
    await takeStep(act, viewer, one, 'agreement_drafted', { data: { agreementId } });
    const leaders = await findLeaders(act, one.communityId, [one.organizationId ?? '']);
    await tellAbout(act, one, leaders, { template: 'agreement' });
    return { agreementId };
  });
}

export const signAgreementInput = z.object({ agreementId: id });
export type SignAgreement = z.infer<typeof signAgreementInput>;

/** The leader signs for the group, exactly the text that was read. Throws Refused by `whyNotSign`. */
export async function signAgreement(viewer: Viewer, ref: DelegationRef, input: SignAgreement, how?: How): Promise<{ endsOn: string }> {
  return withDelegation(viewer, ref, { verb: 'sign_agreement', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotSign(one, who));
    const agreement = await findAgreement(act.trx, one);
    if (!agreement) throw new Refused('delegation.no-agreement');
    refuseIf(agreement.id === input.agreementId ? null : 'delegation.agreement-changed');
    await act.trx
      .updateTable('delegation_agreements')
      .set({ signed_at: act.now, signed_by: viewer.personId })
      .where('community_id', '=', one.communityId)
      .where('id', '=', agreement.id)
      .execute();
    const { mentorId, startsOn, endsOn } = agreement;
    await takeStep(act, viewer, one, 'agreed', {
      to: 'agreed',
      set: { mentor_id: mentorId, starts_on: startsOn, ends_on: endsOn },
      line: { from: startsOn, until: endsOn, money: agreement.money.reduce((sum, part) => sum + part.cents, 0) },
    });
    await tellAbout(act, one, [mentorId, ...(await findSecretaries(act, one.communityId))], { template: 'agreed' });
    return { endsOn };
  });
}

/** L2: somebody who serves in the office here. */
async function refuseMentor({ trx, now }: Act, { communityId }: Delegation, mentorId: string): Promise<void> {
  const serves = await trx
    .selectFrom('roles')
    .select('id')
    .where('person_id', '=', mentorId)
    .where('community_id', '=', communityId)
    .where('role', 'in', ['community_worker', 'community_secretary'])
    .where('starts_at', '<=', now)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!serves) throw new Invalid([{ field: 'mentorId', code: 'delegation.mentor-not-of-office' }]);
}

/** `Paint and brushes 300.50`: what, then how much. */
function splitItem(line: string): { item: string; cents: string } {
  const found = /^(.*\S)[\s:,：，]+(\d+(?:\.\d{1,2})?)$/u.exec(line.trim().normalize('NFKC'));
  return { item: found?.[1] ?? line.trim(), cents: found?.[2] ?? '' };
}
