import type { Result, Rhythm } from './visit.ts';

// When a household is due. Derived anew each time: a plan that is stored grows stale, and then somebody is sent wrongly.

const day = 86_400_000;
/** Days from one visit to the next: twice a year, and monthly where the household asked for it [practice]. */
export const spans: Record<Exclude<Rhythm, 'none'>, number> = { ordinary: 182, monthly: 30 };
/** Days in which, after a refusal, there is at most one more try (H2). */
export const restDays = 90;
/** Nobody home: not again before a week has passed; after a refusal not before a month [D]. */
const again: Record<'nobody_home' | 'refused', number> = { nobody_home: 7, refused: 30 };
/** Ordinary households come round in half a year: so many weeks share them. */
export const weeksToShare = 26;

export type Try = { at: Date; result: Result };
export type Standing = {
  rhythm: Rhythm;
  /** When the household itself last said what it wishes; refusals before that no longer count. */
  wishedAt: Date | null;
  lastDone: Date | null;
  /** Visits of at least the last 90 days, in any order. */
  tries: readonly Try[];
  call: { reason: 'emergency' | 'asked'; at: Date } | null;
};
export type DueReason = 'emergency' | 'asked' | 'monthly' | 'rhythm';
/** Why somebody should go, and since when. */
export type Due = { reason: DueReason; since: Date };

/** Why nobody may go at `now`, as a refusal code; null when they may. */
export function whyNotGo({ rhythm, wishedAt, tries, call }: Standing, now: Date): string | null {
  const invited = call?.reason === 'asked' ? call.at : null;
  if (rhythm === 'none' && !invited) return 'visit.not-wished';
  const cleared = Math.max(wishedAt?.getTime() ?? 0, invited?.getTime() ?? 0);
  const counted = tries.filter(({ at }) => at <= now && at.getTime() > now.getTime() - restDays * day && at.getTime() >= cleared);
  const first = counted.filter(({ result }) => result === 'refused').toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  const afterwards = first ? counted.filter(({ at }) => at > first.at) : [];
  return afterwards.length > 0 ? 'visit.rest-after-refusal' : null;
}

/** Whether somebody should go now. Null: not yet, or not at all. */
export function dueOf(standing: Standing, now: Date): Due | null {
  if (whyNotGo(standing, now) !== null) return null;
  const { call, lastDone, rhythm, tries } = standing;
  if (call) return { reason: call.reason, since: call.at };
  if (rhythm === 'none') return null;
  const since = lastDone ? new Date(lastDone.getTime() + spans[rhythm] * day) : new Date(0);
  const last = tries.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
  const patience = last && last.result !== 'done' ? new Date(last.at.getTime() + again[last.result] * day) : since;
  return since <= now && patience <= now ? { reason: rhythm === 'monthly' ? 'monthly' : 'rhythm', since } : null;
}
