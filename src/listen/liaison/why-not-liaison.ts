import { shanghaiDay } from '#foundation/calendar/index.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import type { Call, Nomination, Way } from './liaison.ts';

// The rules of choosing a liaison officer. Null: nothing stands against it; otherwise a refusal code.

type Why = string | null;

/** The secretary calls, posts the list, answers objections and appoints. */
export function leads(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_secretary');
}

/** The office writes down what came by telephone, at the desk or on paper. */
export function writesDown(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_secretary', 'community_worker');
}

export function whyNotCall(viewer: Viewer, communityId: number): Why {
  return leads(viewer, communityId) ? null : 'liaison.secretary-only';
}

/** By oneself or for a neighbour, signed in; the office for whoever calls, comes or writes. */
export function whyNotNominate(call: Call, viewer: Viewer, way: Way, now: Date): Why {
  if (way === 'page' ? !hasRole(viewer, call.communityId, 'resident') : !writesDown(viewer, call.communityId))
    return 'liaison.residents-only';
  const today = shanghaiDay(now);
  if (today < call.opensOn) return 'liaison.call-not-open';
  return today > call.closesOn || call.listedUntil ? 'liaison.call-closed' : null;
}

/** Nobody agrees for somebody else: on the page only oneself; what was said by telephone the office notes. */
export function whyNotConsent(nomination: Nomination, viewer: Viewer, way: Way): Why {
  const own = viewer.personId === nomination.personId;
  if (way === 'page' ? !own : !writesDown(viewer, nomination.communityId)) return 'liaison.not-yours-to-agree';
  if (nomination.declined) return 'liaison.declined';
  if (nomination.agreed) return 'liaison.agreed-already';
  return nomination.listedUntil ? 'liaison.call-closed' : null;
}

/** Until the appointment, whoever was nominated may step back. */
export function whyNotDecline(nomination: Nomination, viewer: Viewer, way: Way): Why {
  const own = viewer.personId === nomination.personId;
  if (way === 'page' ? !own : !writesDown(viewer, nomination.communityId)) return 'liaison.not-yours-to-agree';
  if (nomination.appointed) return 'liaison.appointed-already';
  return nomination.declined ? 'liaison.declined' : null;
}

export function whyNotPost(call: Call, viewer: Viewer, agreed: number, now: Date): Why {
  if (!leads(viewer, call.communityId)) return 'liaison.secretary-only';
  if (call.listedUntil) return 'liaison.listed-already';
  if (shanghaiDay(now) <= call.closesOn) return 'liaison.call-still-open';
  return agreed === 0 ? 'liaison.nobody-agreed' : null;
}

/** While the list hangs out, by any resident; never by the one it is about. */
export function whyNotObject(nomination: Nomination, viewer: Viewer, way: Way, now: Date): Why {
  if (way === 'page' ? !hasRole(viewer, nomination.communityId, 'resident') : !writesDown(viewer, nomination.communityId))
    return 'liaison.residents-only';
  if (viewer.personId === nomination.personId) return 'liaison.own-nomination';
  if (!nomination.listedUntil || nomination.declined) return 'liaison.not-listed';
  return now > nomination.listedUntil ? 'liaison.list-taken-down' : null;
}

/** Five days on the list, every objection answered, none found right; and nobody appoints themselves. */
export function whyNotAppoint(nomination: Nomination, viewer: Viewer, now: Date): Why {
  if (!leads(viewer, nomination.communityId)) return 'liaison.secretary-only';
  if (viewer.personId === nomination.personId) return 'role.not-to-yourself';
  if (nomination.appointed) return 'liaison.appointed-already';
  if (nomination.declined || !nomination.agreed) return 'liaison.not-agreed';
  if (!nomination.listedUntil) return 'liaison.not-listed';
  if (now <= nomination.listedUntil) return 'liaison.still-listed';
  if (nomination.openObjections > 0) return 'liaison.objections-open';
  return nomination.upheld ? 'liaison.objection-upheld' : null;
}
