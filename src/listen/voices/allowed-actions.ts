import type { Viewer } from '#community/people/index.ts';
import type { Voice } from './voice.ts';
import * as handle from './why-not-handle.ts';
import * as verdict from './why-not-verdict.ts';
import { speaks, type Moment, type Why } from './why-not.ts';

// What can be done with a voice now, and what stands against the rest: one table for pages, API and tests.

type Rule = (voice: Voice, viewer: Viewer, moment: Moment) => Why;
export type AllowedAction = { verb: ActionVerb; whyNot: string | null };
export type ActionVerb = keyof typeof staffActions | keyof typeof speakerActions;

export const staffActions = {
  acknowledge: handle.whyNotAcknowledge,
  triage: handle.whyNotTriage,
  assign: handle.whyNotAssign,
  accept: handle.whyNotAccept,
  decline: handle.whyNotDecline,
  answer: handle.whyNotAnswer,
  wait: handle.whyNotWait,
  schedule: handle.whyNotSchedule,
  resume: handle.whyNotResume,
  extend: handle.whyNotExtend,
  refer: handle.whyNotRefer,
  confirm_referral: handle.whyNotConfirmReferral,
  merge: handle.whyNotMerge,
  split: handle.whyNotSplit,
  escalate: handle.whyNotEscalate,
  follow_up: verdict.whyNotFollowUp,
  close_documented: verdict.whyNotCloseDocumented,
  reopen: verdict.whyNotReopen,
  note: handle.whyNotNote,
  publish: handle.whyNotPublish,
  take_down: handle.whyNotTakeDown,
  read_contact: verdict.whyNotReadContact,
} as const satisfies Record<string, Rule>;

export const speakerActions = {
  confirm: verdict.whyNotConfirm,
  reopen: verdict.whyNotReopen,
  withdraw: verdict.whyNotWithdraw,
  add: verdict.whyNotAdd,
} as const satisfies Record<string, Rule>;

/** Staff get the verbs of the office, the speaker those of the speaker, somebody who is both gets both; nobody else any. */
export function allowedActions(voice: Voice, viewer: Viewer, moment: Moment): AllowedAction[] {
  const rules: Partial<Record<ActionVerb, Rule>> = {
    ...(viewer.kind === 'staff' && staffActions),
    ...(speaks(voice, viewer) && speakerActions),
  };
  return actionVerbs.flatMap((verb) => {
    const rule = rules[verb];
    return rule ? [{ verb, whyNot: rule(voice, viewer, moment) }] : [];
  });
}

export const actionVerbs: ActionVerb[] = [
  'acknowledge',
  'triage',
  'assign',
  'accept',
  'decline',
  'answer',
  'wait',
  'schedule',
  'resume',
  'extend',
  'refer',
  'confirm_referral',
  'merge',
  'split',
  'escalate',
  'follow_up',
  'close_documented',
  'confirm',
  'reopen',
  'withdraw',
  'add',
  'note',
  'publish',
  'take_down',
  'read_contact',
];
