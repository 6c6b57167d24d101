import { createHmac } from 'node:crypto';
import type { Keys } from '#foundation/secrets/index.ts';
import { installation } from './installation.ts';

// Some rows are found again by what somebody posted or where they came from. A plain hash of a telephone number or a
// network address can be guessed by trying them all; these need a key that isn't in the database.

/** The name of a counter made of a phone or an address, as text. */
export function blindName(name: string, keys: Keys = installation().keys): string {
  return blind('name', name, keys).toString('base64url');
}

/** The actor of an intent: a person or a voice as they are, an address only blind. */
export function blindActor(actor: string, keys: Keys = installation().keys): string {
  return actor.startsWith('address:') ? `address:${blind('actor', actor, keys).toString('base64url')}` : actor;
}

/** The SHA-256 of what was posted, made unguessable (32 bytes). */
export function blindBody(hash: Buffer, keys: Keys = installation().keys): Buffer {
  return blind('intent', hash, keys);
}

function blind(purpose: string, value: string | Buffer, keys: Keys): Buffer {
  return createHmac('sha256', keys.subkey(`blind-${purpose}`))
    .update(value)
    .digest();
}
