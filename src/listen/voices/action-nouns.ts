import type { ActionVerb } from './allowed-actions.ts';

/** What each action is called as a thing that is made: the last part of its address in the API. */
export const actionNouns = {
  acknowledge: 'acknowledgement',
  triage: 'triage',
  assign: 'assignment',
  accept: 'acceptance',
  decline: 'decline',
  answer: 'answer',
  wait: 'wait',
  schedule: 'schedule',
  resume: 'resumption',
  extend: 'extension',
  refer: 'referral',
  confirm_referral: 'referral-confirmation',
  merge: 'merge',
  split: 'split',
  escalate: 'escalation',
  follow_up: 'follow-up',
  close_documented: 'documented-closing',
  confirm: 'confirmation',
  reopen: 'reopening',
  withdraw: 'withdrawal',
  add: 'addition',
  note: 'note',
  publish: 'publication',
  take_down: 'take-down',
} as const satisfies Record<Exclude<ActionVerb, 'read_contact'>, string>;
export type ActionNoun = (typeof actionNouns)[keyof typeof actionNouns];
