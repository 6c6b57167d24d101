import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';

/** The caller's address as a short hash: enough to count tries, not enough to keep. IPv6 counts by its /64. */
export function addressOf(event: RequestEvent): string {
  const address = event.getClientAddress();
  const network = address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
  return createHash('sha256').update(`address:${network}`).digest('base64url').slice(0, 22);
}
