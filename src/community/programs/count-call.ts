import { takeToken } from '#foundation/server/take-token.ts';
import { findCallLimits } from './find-call-limits.ts';

/** Counts one call of a program against the limit of its minute. `who`: the token, or the address without one. Throws TooMany. */
export async function countCall(who: string, kind: 'read' | 'write'): Promise<void> {
  const { reads, writes } = findCallLimits();
  await takeToken(`api:${kind}:${who}`, kind === 'read' ? reads : writes, 60);
}
