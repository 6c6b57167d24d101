import { leastShown, type Share } from '#statistics/index.ts';
import { m } from '#words';

/** "94%", rounded down so that nothing looks better than it is; "–" where there is nothing to share out. */
export function sayShare({ part, whole }: Share): string {
  return whole === 0 ? '–' : `${Math.floor((part * 100) / whole)}%`;
}

/** The same where communities are compared: of fewer than ten a share says nothing, and might say something of somebody. */
export function sayFairShare(share: Share): string {
  return share.whole > 0 && share.whole < leastShown ? m.statistics_fewer() : sayShare(share);
}

/** "12.4": how many to a thousand. */
export function sayPerThousand({ part, whole }: Share): string {
  return (Math.round((part * 10_000) / whole) / 10).toFixed(1);
}
