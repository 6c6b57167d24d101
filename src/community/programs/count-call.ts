import { installation } from '#foundation/server/installation.ts';
import { takeToken } from '#foundation/server/take-token.ts';

/** Counts one call of a program against the limit of its minute. `who`: the token, or the address without one. Throws TooMany. */
export async function countCall(who: string, kind: 'read' | 'write'): Promise<void> {
  const { HUIYIN_API_READS_PER_MINUTE: reads, HUIYIN_API_WRITES_PER_MINUTE: writes } = installation().settings;
  await takeToken(`api:${kind}:${who}`, kind === 'read' ? reads : writes, 60);
}
