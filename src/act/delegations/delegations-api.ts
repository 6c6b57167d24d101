import { z } from 'zod';
import type { Viewer } from '#community/people/index.ts';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { m } from '#words';
import { draftAgreement, draftAgreementInput, signAgreement, signAgreementInput } from './agree-delegation.ts';
import { answerOffer, answerOfferInput, chooseGroup, chooseGroupInput } from './answer-offer.ts';
import { assessDelegation, assessDelegationInput } from './assess-delegation.ts';
import { delegationStages } from './delegation.ts';
import { completeDelegation, giveBack, takeBack } from './end-delegation.ts';
import { findDelegation } from './find-delegation.ts';
import { findDelegations } from './find-delegations.ts';
import { identifyDelegation, identifyDelegationInput } from './identify-delegation.ts';
import { correctEntry, correctEntryInput, enterMoney, enterMoneyInput, enterShift, enterShiftInput } from './keep-accounts.ts';
import type { DelegationRef } from './load-delegation.ts';
import { nextSteps } from './next-steps.ts';
import { offerDelegation, offerDelegationInput } from './offer-delegation.ts';
import { answerHelp, askHelp, beginDelegation, reasonInput, resumeDelegation, suspendDelegation, wordsInput } from './run-delegation.ts';
import { shareContact, shareContactInput } from './share-contact.ts';
import { reportDelegation, verifyDelegation, verifyDelegationInput } from './verify-delegation.ts';

// What residents do themselves, for programs: the list, one, and every step under its name.

const tag = m.api_tag_community;
const row = z
  .strictObject({
    number: z.string(),
    stage: z.enum(delegationStages),
    title: z.string(),
    purpose: z.string(),
    group: z.string().nullable(),
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    moneyIn: z.number().int(),
    moneyOut: z.number().int(),
    takenBackBecause: z.string().nullable(),
  })
  .meta({ id: 'Delegation' });

type How = { key?: string };
type Step = (viewer: Viewer, ref: DelegationRef, input: unknown, how: How) => Promise<unknown>;

const steps: Record<string, Step> = {
  assess: using(assessDelegationInput, assessDelegation),
  offer: using(offerDelegationInput, offerDelegation),
  answer: using(answerOfferInput, answerOffer),
  choose: using(chooseGroupInput, chooseGroup),
  draft: using(draftAgreementInput, draftAgreement),
  sign: using(signAgreementInput, signAgreement),
  begin: (viewer, ref, _, how) => beginDelegation(viewer, ref, how),
  ask_help: using(wordsInput, askHelp),
  answer_help: using(wordsInput, answerHelp),
  suspend: using(reasonInput, suspendDelegation),
  resume: (viewer, ref, _, how) => resumeDelegation(viewer, ref, how),
  report: using(wordsInput, reportDelegation),
  verify: using(verifyDelegationInput, verifyDelegation),
  complete: (viewer, ref, _, how) => completeDelegation(viewer, ref, how),
  take_back: using(reasonInput, takeBack),
  give_back: (viewer, ref, _, how) => giveBack(viewer, ref, how),
  money: using(enterMoneyInput, enterMoney),
  shift: using(enterShiftInput, enterShift),
  correct: using(correctEntryInput, correctEntry),
  share: using(shareContactInput, shareContact),
};
const stepNames = z.string().refine((name) => Object.hasOwn(steps, name), 'input.choose');

export const delegationsApi = [
  endpoint({
    id: findDelegations.name,
    method: 'get',
    path: '/communities/{slug}/delegations',
    tag,
    summary: m.delegations_api_list,
    key: { scope: null, orNobody: true },
    query: z.object({ which: z.enum(['open', 'running', 'ended'], 'input.choose').default('running') }),
    answer: z.strictObject({ delegations: z.array(row) }),
    run: async ({ viewer, params, query }) => {
      const rows = await findDelegations(viewer, (await communityOf(params)).id, query.which);
      return {
        delegations: rows.map(({ number, stage, title, purpose, group, startsOn, endsOn, moneyIn, moneyOut, takenBackBecause }) => ({
          number,
          stage,
          title,
          purpose,
          group,
          startsOn,
          endsOn,
          moneyIn,
          moneyOut,
          takenBackBecause,
        })),
      };
    },
  }),
  endpoint({
    id: findDelegation.name,
    method: 'get',
    path: '/communities/{slug}/delegations/{delegation}',
    tag,
    summary: m.delegations_api_get,
    key: { scope: null, orNobody: true },
    answer: z.strictObject({
      number: z.string(),
      stage: z.enum(delegationStages),
      title: z.string(),
      purpose: z.string(),
      group: z.string().nullable(),
      mentor: z.string().nullable(),
      startsOn: z.iso.date().nullable(),
      endsOn: z.iso.date().nullable(),
      money: z.strictObject({ in: z.number().int(), out: z.number().int(), rest: z.number().int() }),
      shifts: z.strictObject({ count: z.number().int(), minutes: z.number().int() }),
      report: z.string().nullable(),
      // each deed with what stands against it for this key
      deeds: z.array(z.strictObject({ deed: z.string(), whyNot: z.string().nullable() })),
    }),
    run: async ({ viewer, params }) => {
      const { id } = await communityOf(params);
      const page = await findDelegation(viewer, { communityId: id, number: params['delegation'] ?? '' });
      const { number, stage, title, purpose, startsOn, endsOn } = page.delegation;
      const { moneyIn, moneyOut, rest, shifts, minutes } = page.accounts;
      return {
        number,
        stage,
        title,
        purpose,
        group: page.group?.name ?? null,
        mentor: page.mentor,
        startsOn,
        endsOn,
        money: { in: moneyIn, out: moneyOut, rest },
        shifts: { count: shifts, minutes },
        report: page.report?.words ?? null,
        deeds: Object.entries(nextSteps(page)).map(([deed, whyNot]) => ({ deed, whyNot })),
      };
    },
  }),
  endpoint({
    id: identifyDelegation.name,
    method: 'post',
    path: '/communities/{slug}/delegations',
    tag,
    summary: m.delegations_api_identify,
    key: { scope: 'voices:write' },
    body: identifyDelegationInput,
    answer: z.strictObject({ number: z.string() }),
    run: async ({ viewer, params, body, how }) => identifyDelegation(viewer, (await communityServedBy(viewer, params)).id, body, how),
  }),
  endpoint({
    id: 'takeDelegationStep',
    method: 'post',
    path: '/communities/{slug}/delegations/{delegation}/steps',
    tag,
    summary: m.delegations_api_step,
    key: { scope: 'voices:write' },
    body: z.object({ step: stepNames, with: z.record(z.string(), z.unknown()).default({}) }),
    answer: z.strictObject({ stage: z.enum(delegationStages) }),
    run: async ({ viewer, params, body, how }) => {
      const { id } = await communityOf(params);
      const ref = { communityId: id, number: params['delegation'] ?? '' };
      await steps[body.step]?.(viewer, ref, body.with, how);
      return { stage: (await findDelegation(viewer, ref)).delegation.stage };
    },
  }),
];

/** The step's own schema before its command; problems are tied to the field inside `with`. */
function using<Input>(
  schema: z.ZodType<Input>,
  command: (viewer: Viewer, ref: DelegationRef, input: Input, how: How) => Promise<unknown>,
): Step {
  return (viewer, ref, given, how) => {
    const result = schema.safeParse(given);
    if (result.success) return command(viewer, ref, result.data, how);
    throw new Invalid(
      result.error.issues.map((issue) => ({
        field: ['with', ...issue.path.map(String)].join('.'),
        code: /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'input.not-usable',
      })),
    );
  };
}
