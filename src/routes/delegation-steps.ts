import {
  answerHelp,
  answerOffer,
  answerOfferInput,
  askHelp,
  assessDelegation,
  assessDelegationInput,
  beginDelegation,
  chooseGroup,
  chooseGroupInput,
  completeDelegation,
  correctEntry,
  correctEntryInput,
  draftAgreement,
  draftAgreementInput,
  enterMoney,
  enterMoneyInput,
  enterShift,
  enterShiftInput,
  giveBack,
  offerDelegation,
  offerDelegationInput,
  reasonInput,
  reportDelegation,
  resumeDelegation,
  shareContact,
  shareContactInput,
  signAgreement,
  signAgreementInput,
  suspendDelegation,
  takeBack,
  verifyDelegation,
  verifyDelegationInput,
  wordsInput,
  type DelegationRef,
} from '#act/delegations/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { parsed, type FormData_ } from './form-action.ts';

// One form, one step, one command: the table behind every button on the two pages of a delegation.

type Doing = { viewer: Viewer; ref: DelegationRef; form: FormData_; how: { key: string | undefined } };
type Step = (doing: Doing) => Promise<unknown>;

const steps: Record<string, Step> = {
  assess: ({ viewer, ref, form, how }) =>
    assessDelegation(viewer, ref, parsed(assessDelegationInput.safeParse({ ...form.values, concerns: form.lists['concerns'] })), how),
  offer: ({ viewer, ref, form, how }) => {
    const input = { ...form.values, organizationIds: form.lists['organizationIds'] ?? [] };
    return offerDelegation(viewer, ref, parsed(offerDelegationInput.safeParse(input)), how);
  },
  answer: ({ viewer, ref, form, how }) => answerOffer(viewer, ref, parsed(answerOfferInput.safeParse(form.values)), how),
  choose: ({ viewer, ref, form, how }) => chooseGroup(viewer, ref, parsed(chooseGroupInput.safeParse(form.values)), how),
  draft: ({ viewer, ref, form, how }) => draftAgreement(viewer, ref, parsed(draftAgreementInput.safeParse(form.values)), how),
  sign: ({ viewer, ref, form, how }) => signAgreement(viewer, ref, parsed(signAgreementInput.safeParse(form.values)), how),
  begin: ({ viewer, ref, how }) => beginDelegation(viewer, ref, how),
  ask_help: ({ viewer, ref, form, how }) => askHelp(viewer, ref, parsed(wordsInput.safeParse(form.values)), how),
  answer_help: ({ viewer, ref, form, how }) => answerHelp(viewer, ref, parsed(wordsInput.safeParse(form.values)), how),
  suspend: ({ viewer, ref, form, how }) => suspendDelegation(viewer, ref, parsed(reasonInput.safeParse(form.values)), how),
  resume: ({ viewer, ref, how }) => resumeDelegation(viewer, ref, how),
  take_back: ({ viewer, ref, form, how }) => takeBack(viewer, ref, parsed(reasonInput.safeParse(form.values)), how),
  give_back: ({ viewer, ref, how }) => giveBack(viewer, ref, how),
  report: ({ viewer, ref, form, how }) => reportDelegation(viewer, ref, parsed(wordsInput.safeParse(form.values)), how),
  verify: ({ viewer, ref, form, how }) => verifyDelegation(viewer, ref, parsed(verifyDelegationInput.safeParse(form.values)), how),
  complete: ({ viewer, ref, how }) => completeDelegation(viewer, ref, how),
  money: ({ viewer, ref, form, how }) => enterMoney(viewer, ref, parsed(enterMoneyInput.safeParse(form.values)), how),
  shift: ({ viewer, ref, form, how }) => enterShift(viewer, ref, parsed(enterShiftInput.safeParse(form.values)), how),
  correct: ({ viewer, ref, form, how }) => correctEntry(viewer, ref, parsed(correctEntryInput.safeParse(form.values)), how),
  share: ({ viewer, ref, form, how }) =>
    shareContact(viewer, ref, parsed(shareContactInput.safeParse({ ...form.values, fields: form.lists['fields'] })), how),
};

/** Does what the posted form asks for and says which step it was. Throws Missing for one that isn't in the table. */
export async function doDelegationStep(viewer: Viewer, ref: DelegationRef, form: FormData_): Promise<string> {
  const name = form.values['step'] ?? '';
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) throw new Missing();
  await step({ viewer, ref, form, how: { key: form.key } });
  return name;
}
