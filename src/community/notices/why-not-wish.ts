import { installation } from '#foundation/server/installation.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import type { ContactWay } from './notice.ts';
import type { Reach } from './ways-to.ts';

// The rules of hearing and telling. Null: nothing stands against it; otherwise a refusal code.

/** A way needs its address. WeChat is there only where the house has an account. */
export function whyNotWay(way: ContactWay, reach: Pick<Reach, 'phone' | 'email' | 'wechat'>): string | null {
  if (way === 'sms' || way === 'call') return reach.phone ? null : 'notices.no-phone';
  if (way === 'mail') return reach.email ? null : 'notices.no-email';
  if (way === 'wechat') return hasWechat() ? (reach.wechat ? null : 'notices.no-wechat') : 'notices.wechat-off';
  return null;
}

function hasWechat(): boolean {
  const { HUIYIN_WECHAT_URL, HUIYIN_DEMO } = installation().settings;
  return HUIYIN_WECHAT_URL !== undefined || HUIYIN_DEMO;
}

/** How somebody without a sign-in wishes to hear is written down by the office. */
export function worksOnNotices(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}
