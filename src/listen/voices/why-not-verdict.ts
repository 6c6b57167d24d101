import { hasRole, type Viewer } from '#community/people/index.ts';
import { isOpen, type ReasonCode, type Voice } from './voice.ts';
import { daysAfter, deadlines, reopenUntil } from './voice-clock.ts';
import { firstOf, handles, isAccused, owns, speaks, whyNotFromStage, type Moment, type Why } from './why-not.ts';

// The rules for the verdict: the resident's word counts, and the one who answered never judges the answer (V3, V4).

/** The resident says it is solved; a merged voice keeps its own word about the shared matter. */
export function whyNotConfirm(voice: Voice, viewer: Viewer): Why {
  if (voice.lead) return firstOf(whyNotSpeaker(voice, viewer), whyNotConfirmMerged(voice.lead, viewer));
  return firstOf(whyNotSpeaker(voice, viewer), whyNotNotOwner(voice, viewer), whyNotFromStage(voice, 'confirm'));
}

/** Not satisfied, or within 90 days of closing; free, the first time without a reason. */
export function whyNotReopen(voice: Voice, viewer: Viewer, { now }: Moment): Why {
  const until = reopenUntil(voice);
  return firstOf(
    speaks(voice, viewer) || supervises(voice, viewer) ? null : 'voice.only-speaker',
    whyNotNotOwner(voice, viewer),
    whyNotFromStage(voice, 'reopen'),
    until !== null && now > until ? 'voice.too-late-to-reopen' : null,
  );
}

/** Only the resident withdraws. */
export function whyNotWithdraw(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotSpeaker(voice, viewer), whyNotFromStage(voice, 'withdraw'));
}

export function whyNotAdd(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotSpeaker(voice, viewer), whyNotFromStage(voice, 'add'));
}

/** A call, visit or letter after the answer, by anybody of the office but the owner and the one who spoke. */
export function whyNotFollowUp(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotSecondPerson(voice, viewer), whyNotNotSpeaker(voice, viewer), whyNotFromStage(voice, 'follow_up'));
}

/** Closing without the resident's word: a second person, a reason from the list, evidence. */
export function whyNotCloseDocumented(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotSecondPerson(voice, viewer), whyNotNotSpeaker(voice, viewer), whyNotFromStage(voice, 'close_documented'));
}

/** What each reason code demands before it may be used. */
export function whyNotReason(voice: Voice, reason: ReasonCode, { now }: Moment): Why {
  const { tries } = voice;
  const { unreachable } = deadlines;
  switch (reason) {
    case 'UNREACHABLE': {
      const longEnough = tries.firstAt !== null && daysAfter(tries.firstAt, unreachable.calendarDays) <= now;
      const enough = tries.count >= unreachable.tries && tries.ways >= unreachable.ways && longEnough;
      return enough ? null : 'voice.not-tried-enough';
    }
    case 'ANONYMOUS':
      return voice.privacy === 'anonymous' && !voice.reporterReachable ? null : 'voice.not-anonymous';
    case 'RESIDENT_DECLINED_TO_CONFIRM':
      return tries.wouldNotSay ? null : 'voice.resident-not-asked';
    case 'NO_POWER_REFERRED':
      return voice.referralAccepted ? null : 'voice.no-referral-accepted';
    case 'UNLAWFUL_OR_IMPOSSIBLE':
    case 'NOT_NOW':
    case 'SAME_FACTS_ALREADY_ANSWERED':
      return null;
  }
}

function whyNotConfirmMerged(lead: NonNullable<Voice['lead']>, viewer: Viewer): Why {
  if (lead.judged) return 'voice.already-confirmed';
  if (lead.ownerId !== null && lead.ownerId === viewer.personId) return 'voice.owner-cannot-judge';
  return lead.stage === 'answered' || lead.stage.startsWith('closed') ? null : 'voice.not-from-here-confirm';
}

/** Telephone and name are for those who work on the voice or call back, while it is open; every look is written down. */
export function whyNotReadContact(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotFinishDuty(voice, viewer), isOpen(voice) || voice.stage === 'merged' ? null : 'voice.closed');
}

/** Telling what was answered is no judgement: the owner may do it as well. */
export function whyNotFinishDuty(voice: Voice, viewer: Viewer): Why {
  return owns(voice, viewer) && !isAccused(voice, viewer) ? null : whyNotSecondPerson(voice, viewer);
}

export function supervises(voice: Voice, viewer: Viewer): boolean {
  if (isAccused(voice, viewer)) return false;
  return hasRole(viewer, voice.communityId, 'community_secretary', 'supervisory_member', 'street_supervisor');
}

function whyNotSpeaker(voice: Voice, viewer: Viewer): Why {
  return speaks(voice, viewer) ? null : 'voice.only-speaker';
}

/** V3: nobody is the second person of their own matter; as the one who spoke they confirm it, or open it again. */
function whyNotNotSpeaker(voice: Voice, viewer: Viewer): Why {
  return speaks(voice, viewer) ? 'voice.own-word-counts' : null;
}

/** V4: whoever is answerable doesn't judge, not even as the resident who spoke. */
function whyNotNotOwner(voice: Voice, viewer: Viewer): Why {
  return owns(voice, viewer) ? 'voice.owner-cannot-judge' : null;
}

function whyNotSecondPerson(voice: Voice, viewer: Viewer): Why {
  if (owns(voice, viewer)) return 'voice.owner-cannot-judge';
  const mayCall =
    handles(voice, viewer) ||
    ((isOpen(voice) || voice.stage === 'merged') &&
      voice.sealed === 'none' &&
      !isAccused(voice, viewer) &&
      hasRole(viewer, voice.communityId, 'supervisory_member', 'liaison_officer'));
  return mayCall ? null : 'voice.not-yours-to-handle';
}
