import { timingSafeEqual } from 'node:crypto';
import { hmacCode } from '#foundation/secrets/index.ts';
import { installation } from '#foundation/server/installation.ts';
import { paths } from '#paths';

// The address at the foot of a letter: which delivery it was, signed. Nothing about anybody stands in it, and nobody can make
// one up or turn one into another.

/** Null where the house doesn't know its own address (ORIGIN): then the letter says whom to ask. */
export function unsubscribeAddress(communityId: number, deliveryId: string): string | null {
  const origin = installation().settings.ORIGIN;
  return origin ? new URL(paths.unsubscribe(unsubscribeToken(communityId, deliveryId)), origin).href : null;
}

export function unsubscribeToken(communityId: number, deliveryId: string): string {
  const what = `${communityId}.${deliveryId}`;
  return `${what}.${tagOf(what)}`;
}

/** Which delivery a token names; null when it isn't one of ours. */
export function readUnsubscribeToken(token: string): { communityId: number; deliveryId: string } | null {
  const match = /^(\d{1,9})\.([0-9a-f-]{36})\.([\w-]+)$/.exec(token);
  const [, community = '', deliveryId = '', given = ''] = match ?? [];
  const right = Buffer.from(tagOf(`${community}.${deliveryId}`));
  const claimed = Buffer.from(given);
  if (!match || claimed.length !== right.length || !timingSafeEqual(claimed, right)) return null;
  return { communityId: Number(community), deliveryId };
}

function tagOf(what: string): string {
  return hmacCode(installation().keys, 'unsubscribe', what).toString('base64url');
}
