import {
  followUpOutcomes,
  followUpWays,
  kinds,
  maskWords,
  matterScopes,
  reasonCodes,
  urgencies,
  type VoicePage,
} from '#listen/voices/index.ts';
import { m } from '#words';
import { tomorrow } from '../../../../../say-date.ts';
import { kindWord } from '../../../../../voice-words.ts';
import { isNeighbour } from '../../../../shell.ts';
import type { DeedField, DeedOption, Offer } from './deed-form.ts';

// What each verb asks for. The names are those of the command's own schema.

export type About = { page: VoicePage; categories: DeedOption[]; candidates: DeedOption[]; alike: DeedOption[]; suggested: Suggested };
/** `taken`: taken without scripts, so the page was drawn again with it chosen. */
export type Suggested = { offer: Offer | null; taken: boolean };

export function fieldsOf(verb: string, about: About): DeedField[] {
  const ask = Object.hasOwn(asks, verb) ? asks[verb] : undefined;
  return ask ? ask(about) : [];
}

const asks: Partial<Record<string, (about: About) => DeedField[]>> = {
  triage: sorting,
  assign: ({ candidates }) => [
    { name: 'ownerId', kind: 'name', label: m.staff_field_owner(), hint: m.staff_field_owner_hint(), options: candidates },
  ],
  decline: () => [reason(m.staff_field_decline_hint())],
  answer: () => [
    { name: 'words', kind: 'words', label: m.staff_field_answer(), hint: m.staff_field_answer_hint() },
    { name: 'nextStep', kind: 'line', label: m.staff_field_next_step(), optional: true },
    { ...dayField('nextDay', m.staff_field_next_day()), optional: true },
  ],
  wait: () => [reason(m.staff_field_wait_hint()), dayField('untilDay', m.staff_field_until_day())],
  schedule: () => [reason(m.staff_field_told()), dayField('day', m.staff_field_day(), m.staff_field_working_day()), promise()],
  extend: () => [
    { name: 'days', kind: 'number', label: m.staff_field_days(), hint: m.staff_field_days_hint(), min: 1, max: 10 },
    reason(m.staff_field_told()),
  ],
  refer: () => [{ name: 'receiver', kind: 'line', label: m.staff_field_receiver(), hint: m.staff_field_receiver_hint() }],
  confirm_referral: () => [{ name: 'reference', kind: 'line', label: m.staff_field_reference(), hint: m.staff_field_reference_hint() }],
  merge: ({ alike }) => [
    ...(alike.length > 0
      ? [
          {
            name: 'into',
            kind: 'one',
            label: m.staff_field_alike(),
            options: [...alike, { value: '', label: m.staff_field_another() }],
          } satisfies DeedField,
        ]
      : []),
    {
      name: alike.length > 0 ? 'another' : 'into',
      kind: 'line',
      label: m.staff_field_into(),
      hint: m.staff_field_into_hint(),
      optional: alike.length > 0,
    },
  ],
  escalate: () => [reason(m.staff_field_escalate_hint()), dayField('targetDay', m.staff_field_target_day())],
  follow_up: followUp,
  close_documented: () => [
    {
      name: 'reasonCode',
      kind: 'one',
      label: m.staff_field_reason_code(),
      options: reasonCodes.map((code) => ({ value: code, label: m[`voices_reason_${code}`]() })),
    },
    { name: 'evidence', kind: 'words', label: m.staff_field_evidence(), hint: m.staff_field_evidence_hint() },
    { ...dayField('lookAgainOn', m.staff_field_look_again()), optional: true },
  ],
  reopen: () => [{ ...reason(m.staff_field_reopen_hint()), optional: true }],
  note: () => [{ name: 'words', kind: 'words', label: m.staff_field_note() }],
  publish: ({ page }) => [
    { name: 'title', kind: 'line', label: m.staff_field_title(), hint: m.staff_field_title_hint() },
    {
      name: 'words',
      kind: 'words',
      label: m.staff_field_masked(),
      hint: m.staff_field_masked_hint(),
      optional: true,
      value: maskWords(page.words),
    },
    { name: 'outcome', kind: 'words', label: m.staff_field_outcome_words(), optional: true },
    { name: 'showBuilding', kind: 'tick', label: m.maps_show_building(), hint: m.maps_show_building_hint() },
  ],
};

function sorting({ page, categories, suggested }: About): DeedField[] {
  const desk = page.desk;
  return [
    {
      name: 'kind',
      kind: 'select',
      label: m.staff_field_kind(),
      value: page.kind,
      options: kinds.map((kind) => ({ value: kind, label: kindWord(kind) })),
    },
    {
      name: 'category',
      kind: 'select',
      label: m.staff_field_category(),
      value: page.category ?? (suggested.taken ? suggested.offer?.value : undefined),
      options: categories,
      offer: suggested.offer ?? undefined,
    },
    {
      name: 'matterScope',
      kind: 'one',
      label: m.staff_field_scope(),
      value: desk?.matterScope ?? undefined,
      options: matterScopes.map((scope) => ({ value: scope, label: m[`voices_scope_${scope}`]() })),
    },
    {
      name: 'urgency',
      kind: 'one',
      label: m.staff_field_urgency(),
      hint: m.staff_field_urgency_hint(),
      value: desk?.urgency ?? 'ordinary',
      options: urgencies.map((urgency) => ({ value: urgency, label: m[`voices_urgency_${urgency}`]() })),
    },
    {
      name: 'vitalInterest',
      kind: 'tick',
      label: m.staff_field_vital(),
      hint: m.staff_field_vital_hint(),
      value: page.vitalInterest ? 'yes' : undefined,
    },
    {
      name: 'accusedIds',
      kind: 'names',
      label: m.staff_field_accused(),
      hint: m.staff_field_accused_hint(),
      optional: true,
      value: desk?.accused.flatMap(({ personId }) => personId ?? []) ?? [],
      options: desk?.candidates.map(({ personId, name, roles }) => ({ value: personId, label: name, far: isNeighbour(roles) })) ?? [],
    },
    {
      name: 'accusedWords',
      kind: 'line',
      label: m.staff_field_accused_words(),
      optional: true,
      value: desk?.accused.find(({ description }) => description !== null)?.description ?? undefined,
    },
  ];
}

function followUp(): DeedField[] {
  return [
    {
      name: 'way',
      kind: 'one',
      label: m.staff_field_way(),
      options: followUpWays.map((way) => ({ value: way, label: m[`voices_way_${way}`]() })),
    },
    {
      name: 'outcome',
      kind: 'one',
      label: m.staff_field_outcome(),
      options: followUpOutcomes.map((outcome) => ({ value: outcome, label: m[`voices_outcome_${outcome}`]() })),
    },
    {
      name: 'rating',
      kind: 'select',
      label: m.staff_field_rating(),
      hint: m.staff_field_rating_hint(),
      optional: true,
      options: ['5', '4', '3', '2', '1'].map((rating) => ({ value: rating, label: m.staff_rating({ rating }) })),
    },
    { name: 'note', kind: 'words', label: m.staff_field_call_note(), optional: true },
  ];
}

function reason(hint: string): DeedField {
  return { name: 'reason', kind: 'words', label: m.staff_field_reason(), hint };
}

function dayField(name: string, label: string, hint?: string): DeedField {
  return { name, kind: 'day', label, hint, min: tomorrow() };
}

function promise(): DeedField {
  return { name: 'promise', kind: 'words', label: m.commitments_later_promise(), hint: m.commitments_later_promise_hint(), optional: true };
}
