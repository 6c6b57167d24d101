import { hasRole, type Viewer } from '#community/people/index.ts';
import { hearsVerdicts, worksOnCommitments } from './commitment-access.ts';
import { isRunning, isVerdict, type Commitment, type Verdict } from './commitment.ts';
import type { Part } from './find-part.ts';

// The rules of a commitment. Null: nothing stands against it; otherwise a refusal code.

type One = Pick<Commitment, 'communityId' | 'stage' | 'dueOn' | 'ownerId'>;
type Mine = Pick<Part, 'answers'>;

/** `own`: a member of the Party organisation pledges something for themselves. */
export function whyNotDraft(viewer: Viewer, communityId: number, { own, moduleOn }: { own: boolean; moduleOn: boolean }): string | null {
  if (own && !moduleOn) return 'commitment.module-off';
  return own || worksOnCommitments(viewer, communityId) ? null : 'commitment.not-yours';
}

/** A promise is whose it is: they accept it themselves, or on paper that the office keeps. */
export function whyNotAccept(one: One, viewer: Viewer, { answers }: Mine, way: 'page' | 'paper'): string | null {
  if (one.stage !== 'draft') return 'commitment.not-a-draft';
  if (way === 'page') return answers ? null : 'commitment.not-the-owner';
  return worksOnCommitments(viewer, one.communityId) ? null : 'commitment.not-yours';
}

export function whyNotWithdraw(one: One, viewer: Viewer): string | null {
  if (!worksOnCommitments(viewer, one.communityId)) return 'commitment.not-yours';
  return one.stage === 'draft' || one.stage === 'accepted' ? null : 'commitment.public-already';
}

/** What nobody has accepted isn't a promise. */
export function whyNotPublish(one: One, viewer: Viewer, today: string): string | null {
  if (!hasRole(viewer, one.communityId, 'community_secretary')) return 'commitment.only-secretary';
  if (one.stage === 'draft') return 'commitment.not-accepted';
  if (one.stage !== 'accepted') return 'commitment.public-already';
  return one.dueOn < today ? 'commitment.day-is-past' : null;
}

/** Who answers for it; the secretary keeps the book for those who don't come to a screen. */
function whyNotOwner(one: One, viewer: Viewer, { answers }: Mine): string | null {
  return answers || hasRole(viewer, one.communityId, 'community_secretary') ? null : 'commitment.not-the-owner';
}

export function whyNotNote(one: One, viewer: Viewer, mine: Mine): string | null {
  const why = whyNotOwner(one, viewer, mine);
  if (why) return why;
  return isRunning(one) ? null : notRunning(one);
}

/** Before residents judge; the old text and the first date stay (C1). */
export function whyNotAmend(one: One, viewer: Viewer, mine: Mine): string | null {
  const why = whyNotOwner(one, viewer, mine);
  if (why) return why;
  if (one.stage === 'claimed_done') return 'commitment.with-residents';
  return isRunning(one) ? null : notRunning(one);
}

export function whyNotClaim(one: One, viewer: Viewer, mine: Mine): string | null {
  return whyNotAmend(one, viewer, mine);
}

/** A missed promise owes its reason to everybody: once the day is past, or once residents have said it wasn't kept. */
export function whyNotExplain(one: One, viewer: Viewer, mine: Mine, today: string): string | null {
  const why = whyNotOwner(one, viewer, mine);
  if (why) return why;
  if (one.stage === 'not_kept' || one.stage === 'partly_kept') return null;
  if (!isRunning(one)) return notRunning(one);
  return one.dueOn < today ? null : 'commitment.not-missed';
}

type Word = Pick<Part, 'answers' | 'claimed' | 'saidAs' | 'spoken'>;

/** C2: residents judge what is said to be done, or what the day has passed over; never those who answer for it. */
export function whyNotJudge(one: One, { answers, claimed, saidAs, spoken }: Word, today: string): string | null {
  const ripe = whyNotRipe(one, today);
  if (ripe) return ripe;
  if (answers || claimed) return 'commitment.own-promise';
  if (saidAs === null) return 'commitment.only-residents';
  return spoken ? 'commitment.said-already' : null;
}

/** For somebody who said it by telephone, on paper or at the door. */
export function whyNotEnter(one: One, viewer: Viewer, { answers, claimed }: Word, today: string): string | null {
  if (!hearsVerdicts(viewer, one.communityId)) return 'commitment.not-yours';
  return whyNotRipe(one, today) ?? (answers || claimed ? 'commitment.own-promise' : null);
}

/** Only what is said to be done can be kept. */
export function whyNotVerdict({ stage }: One, verdict: Verdict): string | null {
  return verdict === 'kept' && stage !== 'claimed_done' ? 'commitment.not-claimed' : null;
}

function whyNotRipe(one: One, today: string): string | null {
  if (!isRunning(one)) return notRunning(one);
  return one.stage === 'claimed_done' || one.dueOn < today ? null : 'commitment.still-running';
}

function notRunning({ stage }: One): string {
  return isVerdict(stage) ? 'commitment.judged' : 'commitment.not-public';
}

export function whyNotFollow(one: One, viewer: Viewer): string | null {
  if (!viewer.personId) return 'sign-in.needed';
  return isRunning(one) || isVerdict(one.stage) ? null : 'commitment.not-public';
}
