import { promiseLater } from '#act/commitments/index.ts';
import {
  acceptVoice,
  acknowledgeVoice,
  addToVoice,
  answerVoice,
  assignVoice,
  closeDocumented,
  confirmReferral,
  confirmVoice,
  declineVoice,
  escalateVoice,
  extendVoice,
  followUpVoice,
  mergeVoice,
  noteOnVoice,
  publishVoice,
  referVoice,
  reopenVoice,
  resumeVoice,
  splitVoice,
  triageVoice,
  waitVoice,
  withdrawVoice,
  type ReasonCode,
} from '#listen/voices/index.ts';
import { pass, passAtHome, workingDayAfter, writeDown, type Life } from './life.ts';
import type { Person } from './town.ts';

// The verbs of a life. Each lets a believable time go by, then has the real command carried out by the right person.

export type Sorting = {
  urgency?: 'ordinary' | 'urgent' | 'danger';
  scope?: 'public' | 'community' | 'private';
  accusedIds?: string[];
  quick?: boolean;
};

/** Read and sorted. */
export function sorted(life: Life, { urgency = 'ordinary', scope = 'community', accusedIds, quick = false }: Sorting = {}): void {
  const { office, input } = life;
  const onBehalf = input.channel !== 'web' && input.channel !== 'blog_comment';
  if (!onBehalf) {
    if (quick) life.at = new Date(life.at.getTime() + 60_000);
    else pass(life, 5, 240);
    writeDown(life, office, ({ viewer, ref, how }) => acknowledgeVoice(viewer, ref, {}, how));
  }
  if (quick) life.at = new Date(life.at.getTime() + 60_000);
  else pass(life, 3, 180);
  const { kind, vitalInterest, accusedWords } = input;
  const sorting = {
    kind,
    category: life.category,
    matterScope: scope,
    vitalInterest,
    urgency,
    accusedIds: accusedIds ?? input.accusedIds,
    accusedWords,
  };
  writeDown(life, office, ({ viewer, ref, how }) => triageVoice(viewer, ref, sorting, how));
}

export function assigned(life: Life, owner: Person, by: Person = life.office): void {
  pass(life, 2, 90);
  life.owner = owner;
  writeDown(life, by, ({ viewer, ref, how }) => assignVoice(viewer, ref, { ownerId: owner.id }, how));
}

export function accepted(life: Life): void {
  pass(life, 5, 150);
  writeDown(life, life.owner, ({ viewer, ref, how }) => acceptVoice(viewer, ref, {}, how));
}

export function declined(life: Life, reason: string): void {
  pass(life, 30, 200);
  writeDown(life, life.owner, ({ viewer, ref, how }) => declineVoice(viewer, ref, { reason }, how));
}

export function noted(life: Life, words: string): void {
  pass(life, 5, 120);
  writeDown(life, life.owner, ({ viewer, ref, how }) => noteOnVoice(viewer, ref, { words }, how));
}

/** `days`: working days after the date that holds. */
export function extended(life: Life, days: number, reason: string, by: Person = life.community.secretary): void {
  pass(life, 5, 60);
  writeDown(life, by, ({ viewer, ref, how }) => extendVoice(viewer, ref, { days, reason }, how));
}

export function waiting(life: Life, reason: string, days: number): void {
  pass(life, 20, 120);
  const untilDay = workingDayAfter(life, life.at, days);
  writeDown(life, life.owner, ({ viewer, ref, how }) => waitVoice(viewer, ref, { reason, untilDay }, how));
}

export function scheduled(life: Life, reason: string, day: string, by: Person = life.community.secretary): void {
  pass(life, 20, 120);
  writeDown(life, by, ({ viewer, ref, how }) => promiseLater(viewer, ref, { reason, day }, how));
}

export function resumed(life: Life): void {
  pass(life, 10, 60);
  writeDown(life, life.owner, ({ viewer, ref, how }) => resumeVoice(viewer, ref, {}, how));
}

/** `next`: what is promised beyond the answer, for the tenth working day after it. */
export function answered(life: Life, words: string, next?: string): void {
  const nextDay = workingDayAfter(life, life.at, 10);
  life.answered = life.at;
  writeDown(life, life.owner, ({ viewer, ref, how }) => answerVoice(viewer, ref, { words, ...(next && { nextStep: next, nextDay }) }, how));
}

type Call = { by?: Person; way?: 'phone' | 'visit' | 'paper' | 'sms'; note?: string };

/** Somebody else asks, and it is solved. */
export function solved(life: Life, rating: number, { by = caller(life), way = 'phone', note }: Call = {}): void {
  pass(life, 300, 2400);
  writeDown(life, by, ({ viewer, ref, how }) => followUpVoice(viewer, ref, { way, outcome: 'solved', rating, note }, how));
}

/** Somebody else asks; not solved opens a new round. */
export function asked(
  life: Life,
  outcome: 'not_solved' | 'not_reached' | 'would_not_say',
  { by = caller(life), way = 'phone', note }: Call = {},
): void {
  pass(life, 300, 1500);
  if (outcome === 'not_solved') life.round += 1;
  writeDown(life, by, ({ viewer, ref, how }) => followUpVoice(viewer, ref, { way, outcome, note }, how));
}

/** The speaker says so themself, with number and code. */
export function confirmed(life: Life, rating: number, words?: string): void {
  passAtHome(life, 0, 3);
  writeDown(life, 'speaker', ({ viewer, ref, how }) => confirmVoice(viewer, ref, { rating, words }, how));
}

export function reopened(life: Life, reason: string | undefined, fromDays = 1, toDays = 12): void {
  passAtHome(life, fromDays, toDays);
  life.round += 1;
  writeDown(life, 'speaker', ({ viewer, ref, how }) => reopenVoice(viewer, ref, { reason }, how));
}

export function closedWithout(life: Life, reasonCode: ReasonCode, evidence: string, by: Person = caller(life)): void {
  pass(life, 60, 900);
  const lookAgainOn = reasonCode === 'NOT_NOW' ? workingDayAfter(life, life.at, 120) : undefined;
  writeDown(life, by, ({ viewer, ref, how }) => closeDocumented(viewer, ref, { reasonCode, evidence, lookAgainOn }, how));
}

export function referralAsked(life: Life, receiver: string, { quick = false } = {}): void {
  if (quick) life.at = new Date(life.at.getTime() + 60_000);
  else pass(life, 10, 120);
  writeDown(life, life.office, ({ viewer, ref, how }) => referVoice(viewer, ref, { receiver }, how));
}

export function referralAccepted(life: Life, reference: string): void {
  writeDown(life, life.office, ({ viewer, ref, how }) => confirmReferral(viewer, ref, { reference }, how));
}

export function mergedInto(life: Life, lead: Life): void {
  pass(life, 3, 60);
  writeDown(life, life.office, ({ viewer, ref, how, numberOf }) => mergeVoice(viewer, ref, { into: numberOf(lead.key) }, how));
}

export function splitAgain(life: Life): void {
  pass(life, 200, 900);
  writeDown(life, life.office, ({ viewer, ref, how }) => splitVoice(viewer, ref, {}, how));
}

/** Too hard here: from now on the street sorts and assigns. */
export function escalated(life: Life, reason: string, days: number): void {
  pass(life, 30, 200);
  const targetDay = workingDayAfter(life, life.at, days);
  writeDown(life, life.owner, ({ viewer, ref, how }) => escalateVoice(viewer, ref, { reason, targetDay }, how));
  life.office = life.community.street;
}

export function withdrawn(life: Life, words: string | undefined, underPressure = false): void {
  passAtHome(life, 0, 2);
  writeDown(life, 'speaker', ({ viewer, ref, how }) => withdrawVoice(viewer, ref, { underPressure, words }, how));
}

export function added(life: Life, words: string): void {
  passAtHome(life, 0, 1);
  writeDown(life, 'speaker', ({ viewer, ref, how }) => addToVoice(viewer, ref, { words }, [], how));
}

export function published(life: Life, title: string, outcome?: string): void {
  pass(life, 60, 1500);
  writeDown(life, life.office, ({ viewer, ref, how }) => publishVoice(viewer, ref, { title, outcome, showBuilding: true }, how));
}

/** Whoever of the office may ask: anybody but the owner (V4). */
function caller(life: Life): Person {
  const { community, office, owner, input } = life;
  if (office !== owner) return office;
  if (office === community.street || input.accusedIds.length > 0 || input.accusedWords) return community.supervisory;
  return community.workers.find((worker) => worker !== owner) ?? community.secretary;
}
