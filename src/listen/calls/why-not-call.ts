import { hasRole, type Viewer } from '#community/people/index.ts';
import { enoughTries, type CallEnd, type MissedCall } from './missed-call.ts';

// The rules of the office's telephone. Null: nothing stands against it; otherwise a refusal code.

type Why = string | null;

/** The office's telephone is answered by the office: only there may a number lead to what was said before. */
export function worksOnCalls(viewer: Viewer, communityId: number): boolean {
  return viewer.kind === 'system' || hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

export function whyNotAnswerCalls(viewer: Viewer, communityId: number): Why {
  return worksOnCalls(viewer, communityId) ? null : 'call.only-office';
}

/** Ended once. */
export function whyNotGoOn(call: MissedCall, viewer: Viewer): Why {
  return whyNotAnswerCalls(viewer, call.communityId) ?? (call.outcome === null ? null : 'call.ended');
}

export function whyNotRing(call: MissedCall, viewer: Viewer): Why {
  return whyNotGoOn(call, viewer) ?? (call.callerId === null ? 'call.no-number' : null);
}

/** Giving up takes three tries on two days; "no number" is only for whoever left none, and no words either. */
export function whyNotEnd(call: MissedCall, viewer: Viewer, outcome: CallEnd): Why {
  const why = whyNotGoOn(call, viewer);
  if (why) return why;
  if (outcome === 'not_reached') {
    return call.tries >= enoughTries.tries && call.tryDays >= enoughTries.days ? null : 'call.not-tried-enough';
  }
  if (outcome === 'no_number') return call.callerId === null && call.words === null ? null : 'call.something-to-go-by';
  return outcome === 'nothing_wanted' && call.callerId === null ? 'call.no-number' : null;
}
