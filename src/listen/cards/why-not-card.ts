import { hasRole, type Viewer } from '#community/people/index.ts';
import type { CardStage } from './contact-card.ts';

// The rules of cards. Null: nothing stands against it; otherwise a refusal code.

type Why = string | null;

/** Who hands out cards: the office, and neighbours who serve (chiefs and liaison officers) within their own area. */
export function handsOutCards(viewer: Viewer, communityId: number): boolean {
  return keepsCards(viewer, communityId) || hasRole(viewer, communityId, 'liaison_officer', 'building_chief');
}

/** Who prints them and keeps the register. */
export function keepsCards(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_secretary', 'community_worker');
}

/** What stands on all cards is the secretary's to say. */
export function whyNotChangeContacts(viewer: Viewer, communityId: number): Why {
  return hasRole(viewer, communityId, 'community_secretary') ? null : 'card.secretary-only';
}

export function whyNotPrint(viewer: Viewer, communityId: number): Why {
  return keepsCards(viewer, communityId) ? null : 'card.office-only';
}

const before: Record<'hand_over' | 'acknowledge' | 'return', CardStage[]> = {
  hand_over: ['printed'],
  acknowledge: ['handed_over'],
  return: ['printed', 'handed_over', 'acknowledged'],
};

export type CardStep = keyof typeof before;
export const cardSteps = ['hand_over', 'acknowledge', 'return'] as const;

export function whyNotStep(stage: CardStage, step: CardStep): Why {
  return before[step].includes(stage) ? null : 'card.not-from-here';
}
