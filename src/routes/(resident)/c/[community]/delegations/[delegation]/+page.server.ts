import { redirect, type RequestEvent } from '@sveltejs/kit';
import { findDelegation, nextSteps, readSharedContact } from '#act/delegations/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction } from '../../../../../form-action.ts';
import { doDelegationStep } from '../../../../../delegation-steps.ts';
import {
  clausesOf,
  factsOfDelegation,
  groupName,
  signedWords,
  stageOfDelegation,
  storyOfDelegation,
  yuan,
} from '../../../../../delegation-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { communityAt } from '../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** One matter that residents do: for everybody; its steps for the group's leader, and the verdict for those who benefit. */
export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
  const { id, slug } = (await parent()).community;
  const { viewer } = locals;
  const page = await findDelegation(viewer, { communityId: id, number: params.delegation });
  const { delegation: one, who, agreement, accounts } = page;
  const next = nextSteps(page);
  const mine = page.offers.find(({ organizationId }) => who.offered.includes(organizationId));
  const readable = agreement && (agreement.signedAt || who.leads);
  const may = (why: string | null) => why === null;
  return {
    key: crypto.randomUUID(),
    done: doneWords(url.searchParams.get('done')),
    number: one.number,
    title: one.title,
    purpose: one.purpose,
    tag: stageOfDelegation(one.stage),
    stage: one.stage,
    facts: factsOfDelegation(page, page.voice ? paths.voice(slug, page.voice) : null),
    because: page.steps.findLast(({ step }) => step === 'taken_back' || step === 'suspended')?.reason ?? null,
    criteria: page.offers.find(({ criteria }) => criteria)?.criteria ?? null,
    offer: mine ? { organizationId: mine.organizationId, group: groupName(mine), due: sayDay(mine.dueAt) } : null,
    agreement: readable
      ? {
          id: agreement.id,
          clauses: clausesOf(agreement),
          money: agreement.money.map(({ item, cents }) => ({ item, amount: yuan(cents) })),
          signed: signedWords(agreement),
        }
      : null,
    sums: [
      { label: m.delegations_account_in(), value: yuan(accounts.moneyIn) },
      { label: m.delegations_account_out(), value: yuan(accounts.moneyOut) },
      { label: m.delegations_account_rest(), value: yuan(accounts.rest) },
    ],
    money: page.money.map((entry) => ({
      id: entry.id,
      day: entry.onDay,
      item: entry.item,
      direction: entry.direction === 'in' ? m.delegations_account_in() : m.delegations_account_out(),
      amount: yuan(entry.cents),
      receipt: entry.receipt,
      corrected: entry.corrected,
    })),
    shifts: accounts.shifts > 0 ? m.delegations_shift_sum({ shifts: accounts.shifts, hours: Math.round(accounts.minutes / 6) / 10 }) : null,
    helps: who.leads
      ? page.helps.map((help) => ({ words: help.words, answer: help.answer ?? m.delegations_help_until({ day: sayDay(help.dueAt) }) }))
      : [],
    report: page.report ? m.delegations_reported({ words: page.report.words }) : null,
    story: storyOfDelegation(page, false),
    may: {
      sign: may(next.sign),
      askHelp: may(next.askHelp),
      report: may(next.report),
      giveBack: may(next.giveBack),
      account: who.leads && may(next.account),
      verify: may(next.verify),
      share: who.speaks && may(next.share),
    },
    waits:
      who.leads &&
      (one.stage === 'accepted' && !agreement ? m.delegations_agreement_waiting() : one.stage === 'agreed' && m.delegations_begin_wait()),
    shared: page.shared,
    contact:
      who.leads && page.shared.length > 0 && url.searchParams.has('contact')
        ? await readSharedContact(viewer, { communityId: id, number: one.number })
        : null,
    maySeeContact: who.leads && page.shared.length > 0,
  };
};

/** What the group's leader, whoever spoke and those who benefit may post; the rest is for the office's page. */
const open = ['answer', 'sign', 'ask_help', 'report', 'give_back', 'money', 'shift', 'correct', 'verify', 'share'];

export const actions: Actions = {
  step: (event) =>
    formAction(event, async (form) => {
      const { ref, here } = await at(event);
      if (!open.includes(form.values['step'] ?? '')) throw new Missing();
      const step = await doDelegationStep(event.locals.viewer, ref, form);
      redirect(303, `${here}?done=${step}`);
    }),
};

async function at({ params }: RequestEvent<{ community: string; delegation: string }>) {
  const { id, slug } = await communityAt(params.community);
  return { ref: { communityId: id, number: params.delegation }, here: paths.delegation(slug, params.delegation) };
}

function doneWords(done: string | null): string | null {
  if (done === null) return null;
  return done === 'give_back' ? m.delegations_done_given_back() : m.delegations_done();
}
