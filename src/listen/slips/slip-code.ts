import { queryCode } from '#foundation/secrets/index.ts';
import { installation } from '#foundation/server/installation.ts';

/** The eight digits on the strip of a slip. Derived, not stored, and never those of a voice: no voice has such an id. */
export function slipCode(communityId: number, serial: number): string {
  return queryCode(installation().keys, String(communityId), `slip-${serial}`);
}
