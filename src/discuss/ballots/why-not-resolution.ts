import { hasRole, type Viewer } from '#community/people/index.ts';
import { worksOnMeetings } from '#discuss/meetings/index.ts';
import { isStreet, type Resolution } from './load-resolution.ts';
import type { ResolutionStep } from './resolution.ts';

// How it may go on with a resolution. Null: nothing stands against it; otherwise a refusal code.

type Standing = Pick<Resolution, 'communityId' | 'state' | 'taken' | 'commitments' | 'mustFile' | 'openObjections'>;

/** The steps somebody takes by hand; what follows an objection or late paper is taken there. */
export const handSteps = ['blocked', 'cleared', 'published', 'filed', 'no_action', 'reported'] as const;
export type HandStep = (typeof handSteps)[number];

export function whyNotStep(one: Standing, viewer: Viewer, step: HandStep, latePending: boolean): string | null {
  if (one.state === 'annulled') return 'resolution.annulled';
  switch (step) {
    case 'blocked':
      return whyNotBlock(one, viewer);
    case 'cleared':
      // Not the office that wrote it: the street has somebody look at it (D9).
      if (!isStreet(viewer, one.communityId)) return 'resolution.street-clears';
      return one.state === 'blocked' ? null : 'resolution.not-blocked';
    default:
      return worksOnMeetings(viewer, one.communityId) ? whyNotGoOn(one, step, latePending) : 'meeting.not-yours';
  }
}

/** Whoever watches over the community may have it looked at by a lawyer. */
function whyNotBlock({ communityId, state }: Standing, viewer: Viewer): string | null {
  if (!hasRole(viewer, communityId, 'community_secretary', 'supervisory_member', 'street_supervisor'))
    return 'resolution.not-yours-to-block';
  return state === 'blocked' ? 'resolution.blocked' : null;
}

function whyNotGoOn(one: Standing, step: HandStep, latePending: boolean): string | null {
  const { state, taken, mustFile, commitments } = one;
  const took = (before: ResolutionStep) => taken.includes(before);
  switch (step) {
    case 'published':
      if (state === 'blocked') return 'resolution.blocked';
      if (latePending) return 'resolution.paper-pending';
      return took('published') ? 'resolution.published' : null;
    case 'filed':
      if (!mustFile) return 'resolution.nothing-to-file';
      if (!took('published')) return 'resolution.not-published';
      return took('filed') ? 'resolution.filed' : null;
    case 'no_action':
      if (commitments > 0) return 'resolution.has-commitment';
      return took('no_action') ? 'resolution.no-action-said' : null;
    default:
      if (isOwed(one)) return 'resolution.owed';
      return took('published') ? null : 'resolution.not-published';
  }
}

/** D10: an adopted resolution needs a promise with owner and date, or a word that nothing is to be done. */
export function isOwed({ state, taken, commitments }: Pick<Resolution, 'state' | 'taken' | 'commitments'>): boolean {
  return state !== 'annulled' && commitments === 0 && !taken.includes('no_action');
}

/** A resident of the community, once it is published and while it stands. */
export function whyNotObject({ communityId, state }: Pick<Resolution, 'communityId' | 'state'>, viewer: Viewer): string | null {
  if (!viewer.personId) return 'sign-in.needed';
  if (state === 'annulled') return 'resolution.annulled';
  if (state !== 'published') return 'resolution.not-published';
  return hasRole(viewer, communityId, 'resident') || worksOnMeetings(viewer, communityId) ? null : 'resolution.residents-object';
}

/** Answered by the secretary; corrected or annulled by the street's order, or by who reports that the body did so. */
export function whyNotAnswer({ communityId }: { communityId: number }, viewer: Viewer, objectedBy: string | null): string | null {
  if (!hasRole(viewer, communityId, 'community_secretary', 'street_supervisor')) return 'resolution.not-yours-to-answer';
  return objectedBy !== null && objectedBy === viewer.personId ? 'resolution.own-objection' : null;
}
