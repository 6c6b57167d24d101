import { m } from '#words';
import { findAlike, findCategories, findLoads, type ActionVerb, type Stage, type VoicePage } from '#listen/voices/index.ts';
import { roleNames, type Viewer } from '#community/people/index.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { isNeighbour } from '../../../../shell.ts';
import { sayAlike } from '../alike-words.ts';
import type { DeedForm, DeedOption } from './deed-form.ts';
import { fieldsOf } from './deed-fields.ts';
import { offerFor } from './offer-for.ts';

/** The step that usually comes next; it stands first and open. */
const nextStep: Partial<Record<Stage, ActionVerb>> = {
  received: 'acknowledge',
  acknowledged: 'triage',
  triaged: 'assign',
  assigned: 'accept',
  in_progress: 'answer',
  waiting_external: 'resume',
  scheduled: 'resume',
  escalated: 'assign',
  reopened: 'assign',
  answered: 'follow_up',
  merged: 'split',
};

/** Every deed of the office with this voice: what is open to the viewer as a form, the rest with the sentence why not. */
export async function deedsOf(
  viewer: Viewer,
  community: { id: number; slug: string },
  page: VoicePage,
  { english, take }: { english: boolean; take: string | null },
): Promise<DeedForm[]> {
  const may = (verb: string) => page.actions.some((action) => action.verb === verb && action.whyNot === null);
  const [categories, loads, alike] = await Promise.all([
    may('triage') ? findCategories() : [],
    may('assign') ? findLoads(viewer, community.id) : {},
    may('merge') ? findAlike(viewer, community.id, { voiceId: page.id }) : [],
  ]);
  const options = categories.map(({ code, zh, en }) => ({ value: code, label: english ? en : zh }));
  const offer = await offerFor(community, page, options);
  const about = {
    page,
    categories: options,
    suggested: { offer, taken: offer !== null && offer.value === take },
    candidates: candidatesOf(page, loads),
    alike: alike.map((one) => ({ value: one.number, label: `${one.number} · ${one.words}`, hint: sayAlike(one) })),
  };
  return page.actions
    .flatMap(({ verb, whyNot }) => {
      const said = words[verb];
      if (!said) return [];
      const fields = whyNot === null ? fieldsOf(verb, about) : [];
      const why = whyNot === null ? null : refusalWords(whyNot);
      return [
        {
          verb,
          label: m[`voices_verb_${verb}`](),
          hint: said.hint?.() ?? null,
          button: (said.button ?? m[`voices_verb_${verb}`])(),
          fields,
          whyNot: why,
          next: nextStep[page.stage] === verb,
        },
      ];
    })
    .toSorted((a, b) => Number(b.next) - Number(a.next));
}

/** Those who may, with what they have on their table; those who may not, with the reason. */
function candidatesOf(page: VoicePage, loads: Record<string, number>): DeedOption[] {
  return (page.desk?.candidates ?? [])
    .filter(({ whyNot }) => whyNot !== 'voice.owner-does-not-serve-here')
    .map(({ personId, name, roles, whyNot }) => ({
      value: personId,
      label: name,
      hint: [...roles.map(roleWord), m.staff_has_open({ count: loads[personId] ?? 0 })].join(' · '),
      whyNot: whyNot === null ? undefined : refusalWords(whyNot),
      far: isNeighbour(roles),
    }));
}

function roleWord(role: string): string {
  const known = roleNames.find((name) => name === role);
  return known ? m[`people_role_${known}`]() : '';
}

type Said = { hint?: () => string; button?: () => string };
/** The deeds of the office on this page: what happens by them, and the words on the button where the verb is not enough. */
const words: Partial<Record<ActionVerb, Said>> = {
  acknowledge: { hint: m.staff_do_acknowledge_hint, button: m.staff_do_acknowledge_button },
  triage: { hint: m.staff_do_triage_hint, button: m.staff_do_triage_button },
  assign: { hint: m.staff_do_assign_hint, button: m.staff_do_assign_button },
  accept: { hint: m.staff_do_accept_hint },
  decline: { hint: m.staff_do_decline_hint },
  answer: { hint: m.staff_do_answer_hint, button: m.staff_do_answer_button },
  wait: { hint: m.staff_do_wait_hint, button: m.staff_do_wait_button },
  schedule: { hint: m.staff_do_schedule_hint, button: m.staff_do_schedule_button },
  resume: { hint: m.staff_do_resume_hint },
  extend: { hint: m.staff_do_extend_hint },
  refer: { hint: m.staff_do_refer_hint, button: m.staff_do_refer_button },
  confirm_referral: { hint: m.staff_do_confirm_referral_hint },
  merge: { hint: m.staff_do_merge_hint },
  split: { hint: m.staff_do_split_hint },
  escalate: { hint: m.staff_do_escalate_hint },
  follow_up: { hint: m.staff_do_follow_up_hint, button: m.staff_do_follow_up_button },
  close_documented: { hint: m.staff_do_close_documented_hint },
  reopen: { hint: m.staff_do_reopen_hint },
  note: { hint: m.staff_do_note_hint, button: m.staff_do_note_button },
  publish: { hint: m.staff_do_publish_hint },
  take_down: { hint: m.staff_do_take_down_hint },
};
