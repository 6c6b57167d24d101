import type { DelegationPage, DelegationRow, DelegationStage } from '#act/delegations/index.ts';
import { m } from '#words';
import type { Fact } from '#ui/fact.ts';
import type { Stage } from '#ui/stage.ts';
import { readingIn } from './display-choice.ts';
import { sayDay } from './say-date.ts';

// What a delegation, its steps and its accounts are called, for residents and at the workbench.

export function stageOfDelegation(stage: DelegationStage): { text: string; stage: Stage | undefined } {
  return { text: m[`delegations_stage_${stage}`](), stage: tones[stage] };
}
const tones: Partial<Record<DelegationStage, Stage>> = {
  offered: 'discuss',
  accepted: 'act',
  agreed: 'act',
  active: 'act',
  help_requested: 'listen',
  reported: 'evaluate',
  verified: 'evaluate',
  completed: 'appreciate',
};

/** Fen as yuan: 12050 is `120.50`. */
export function yuan(cents: number): string {
  return (cents / 100).toLocaleString('en-US', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 });
}

export function groupName(group: { name: string; nameEn: string | null } | null): string | null {
  return group && (readingIn() === 'en' ? (group.nameEn ?? group.name) : group.name);
}

/** A line of a list, for residents and at the workbench. */
export function shownRow(row: DelegationRow, href: string) {
  return {
    href,
    number: row.number,
    title: row.title,
    purpose: row.purpose,
    tag: stageOfDelegation(row.stage),
    group: groupName(row.group === null ? null : { name: row.group, nameEn: row.groupEn }),
    late: row.late,
    money: moneyLine(row),
    because: row.takenBackBecause === null ? null : m.delegations_because({ reason: row.takenBackBecause }),
    span: row.startsOn && row.endsOn ? m.delegations_span({ from: row.startsOn, until: row.endsOn }) : null,
  };
}

/** L4 as a sentence; null while no money has moved. */
function moneyLine({ moneyIn, moneyOut }: { moneyIn: number; moneyOut: number }): string | null {
  if (moneyIn === 0 && moneyOut === 0) return null;
  return m.delegations_money_line({ in: yuan(moneyIn), out: yuan(moneyOut), rest: yuan(moneyIn - moneyOut) });
}

/** What everybody may read of one. `voiceHref`: where its voice stands, for whoever may reach it. */
export function factsOfDelegation(page: DelegationPage, voiceHref: string | null): Fact[] {
  const { delegation: one, agreement } = page;
  const group = groupName(page.group);
  return [
    ...(group ? [{ term: m.delegations_group(), text: group, strong: true }] : []),
    ...(page.mentor ? [{ term: m.delegations_mentor(), text: page.mentor }] : []),
    ...(one.startsOn && one.endsOn
      ? [{ term: m.delegations_from_until(), text: m.delegations_span({ from: sayDay(one.startsOn), until: sayDay(one.endsOn) }) }]
      : []),
    ...(agreement?.signedAt ? [{ term: m.delegations_place(), text: agreement.placeWords }] : []),
    ...(page.listed ? [{ term: m.delegations_listed(), text: page.listed }] : []),
    ...(page.voice ? [{ term: m.delegations_voice(), text: page.voice, href: voiceHref ?? undefined }] : []),
  ];
}

/** The agreement, clause by clause, in the order of its form. */
export function clausesOf(agreement: NonNullable<DelegationPage['agreement']>): { term: string; text: string }[] {
  return [
    { term: m.delegations_scope(), text: agreement.scope },
    { term: m.delegations_not_in_scope(), text: agreement.notInScope },
    { term: m.delegations_place(), text: agreement.placeWords },
    { term: m.delegations_time(), text: agreement.timeWords },
    { term: m.delegations_from_until(), text: m.delegations_span({ from: sayDay(agreement.startsOn), until: sayDay(agreement.endsOn) }) },
    { term: m.delegations_safety(), text: agreement.safety },
    { term: m.delegations_insurance(), text: agreement.insurance },
    { term: m.delegations_data_rules(), text: agreement.dataRules },
    { term: m.delegations_mentor(), text: agreement.mentor },
    { term: m.delegations_stop_rule(), text: agreement.stopRule },
    { term: m.delegations_give_back_rule(), text: m.delegations_give_back_text() },
  ];
}

export function signedWords(agreement: DelegationPage['agreement']): string | null {
  if (!agreement) return null;
  const office = { office: agreement.offeredBy, on: sayDay(agreement.offeredAt) };
  if (!agreement.signedAt) return m.delegations_signed_office(office);
  return m.delegations_signed({ ...office, group: agreement.signedBy ?? '', day: sayDay(agreement.signedAt) });
}

/** What happened, without the entries of the purse; whoever acted for the office or the group stands there by name. */
export function storyOfDelegation({ steps }: DelegationPage, forStaff: boolean): { at: string; text: string; reason: string | null }[] {
  return steps.flatMap(({ step, at, by, reason }) => {
    if (!isTold(step) || (!forStaff && amongStaff.includes(step))) return [];
    const named = by && !residents.includes(step) ? ` · ${by}` : '';
    return [{ at: sayDay(at), text: `${m[`delegations_step_${step}`]()}${named}`, reason }];
  });
}

const told = [
  'identified',
  'assessed',
  'unsuitable',
  'offered',
  'accepted',
  'declined',
  'chosen',
  'agreement_drafted',
  'agreed',
  'began',
  'help_asked',
  'help_answered',
  'suspended',
  'resumed',
  'reported',
  'found_done',
  'found_not_done',
  'completed',
  'given_back',
  'taken_back',
] as const;
const amongStaff: readonly string[] = ['unsuitable', 'declined', 'agreement_drafted'];
/** Said by residents about what they got: that is nobody's name. */
const residents: readonly string[] = ['found_done', 'found_not_done'];

function isTold(step: string): step is (typeof told)[number] {
  return told.some((one) => one === step);
}
