import { redirect } from '@sveltejs/kit';
import { concerns, findDelegation, nextSteps, seesAllDelegations, takers } from '#act/delegations/index.ts';
import { findOrganizations } from '#community/organizations/index.ts';
import { findWhoServes } from '#community/people/index.ts';
import { findResidentsList } from '#community/responsibilities/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
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
import { formAction } from '../../../../../form-action.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { deskAt, type Desk } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** One delegation at the desk: every step with what stands against it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await delegationAt(locals, params.community);
  const { id, slug } = community;
  const page = await findDelegation(viewer, { communityId: id, number: params.delegation });
  const { delegation: one, agreement, accounts } = page;
  const [groups, list, serving] = await Promise.all([findOrganizations(id, ...takers), findResidentsList(id), findWhoServes(id)]);
  const english = locals.locale === 'en';
  const waiting = page.helps.find(({ answeredAt }) => answeredAt === null);
  const why = Object.fromEntries(Object.entries(nextSteps(page)).map(([deed, code]) => [deed, code && refusalWords(code)]));
  return {
    key: crypto.randomUUID(),
    slug,
    done: url.searchParams.has('done') ? m.delegations_done() : null,
    number: one.number,
    stage: one.stage,
    title: one.title,
    purpose: one.purpose,
    tag: stageOfDelegation(one.stage),
    due: one.dueAt ? m.delegations_due({ day: sayDay(one.dueAt) }) : null,
    publicHref: paths.delegation(slug, one.number),
    printHref: agreement ? paths.delegationAgreement(slug, one.number) : null,
    facts: factsOfDelegation(page, page.voice ? paths.staffVoice(slug, page.voice) : null),
    why,
    fromVoice: one.voiceId !== null,
    shared: page.shared,
    choices: {
      concerns: concerns.map((concern) => ({ value: concern, label: m[`delegations_concern_${concern}`]() })),
      list: list.map(({ id: value, matter }) => ({ value, label: matter })),
      groups: groups.map((group) => ({ value: group.id, label: english ? (group.nameEn ?? group.name) : group.name })),
      mentors: serving
        .filter(({ roles }) => roles.some((role) => role === 'community_worker' || role === 'community_secretary'))
        .map(({ personId, name }) => ({ value: personId, label: name })),
      willing: page.offers
        .filter(({ answer }) => answer === 'accepted')
        .map((offer) => ({ value: offer.organizationId, label: groupName(offer) ?? '' })),
    },
    offers: page.offers.map((offer) => ({
      name: groupName(offer) ?? '',
      answer: offer.answer ? m[`delegations_offer_${offer.answer}`]() : m.delegations_offer_waiting(),
    })),
    agreement: agreement && { clauses: clausesOf(agreement), signed: signedWords(agreement) },
    help: waiting ? { words: waiting.words, due: m.delegations_help_owed({ day: sayDay(waiting.dueAt) }) } : null,
    helps: page.helps.flatMap(({ words, answer }) => (answer === null ? [] : [{ words, answer }])),
    money: m.delegations_money_line({ in: yuan(accounts.moneyIn), out: yuan(accounts.moneyOut), rest: yuan(accounts.rest) }),
    shifts: accounts.shifts > 0 ? m.delegations_shift_sum({ shifts: accounts.shifts, hours: Math.round(accounts.minutes / 6) / 10 }) : null,
    report: page.report?.words ?? null,
    verdicts: page.verdicts.map(({ saidAs, verdict }) => ({
      who: m[`delegations_verdict_${saidAs}`](),
      said: verdict === 'done' ? m.delegations_verify_done() : m.delegations_verify_not(),
    })),
    story: storyOfDelegation(page, true),
  };
};

export const actions: Actions = {
  step: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await delegationAt(event.locals, event.params.community);
      const step = await doDelegationStep(viewer, { communityId: community.id, number: event.params.delegation }, form);
      redirect(303, `${paths.staffDelegation(community.slug, event.params.delegation)}?done=${step}`);
    }),
};

async function delegationAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (!seesAllDelegations(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
