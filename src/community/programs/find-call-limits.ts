import { installation } from '#foundation/server/installation.ts';

/** How often one token, or one address without a token, may call in a minute. */
export function findCallLimits(): { reads: number; writes: number } {
  const { HUIYIN_API_READS_PER_MINUTE: reads, HUIYIN_API_WRITES_PER_MINUTE: writes } = installation().settings;
  return { reads, writes };
}
