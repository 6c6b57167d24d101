import { createHmac } from 'node:crypto';
import { hmacCode, plainCode, queryCode } from '#foundation/secrets/index.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Consultation } from './consultation.ts';

// Whoever answers counts once, whichever way they answer. What is kept of them is a keyed hash that is another one in every
// consultation, so that two can't be laid side by side.

type About = Pick<Consultation, 'communityId' | 'id'>;
/** `form`: number of a printed form; `device`: a browser that isn't signed in, or one call. */
export type Who = { person: string } | { form: number } | { device: string };

export function unitOf({ communityId, id }: About, who: Who): Buffer {
  return hmacCode(installation().keys, 'consultation-unit', JSON.stringify([communityId, id, who]));
}

/** The eight digits beside the number of a form: derived, so that a stolen database answers for nobody. */
export function formCode({ communityId, id }: About, number: number): string {
  return queryCode(installation().keys, String(communityId), `${id}/form/${number}`);
}

/**
 * The code with which somebody finds their own answers: XXXX-XXXX-XXXX (60 bits). Derived from the key of the form that was
 * sent, or from the number of the paper, so that the same intent gets the same code; only its hash is kept.
 */
export function receiptFor({ communityId, id }: About, intent: string): string {
  const bytes = createHmac('sha256', installation().keys.subkey('consultation-receipt'))
    .update(JSON.stringify([communityId, id, intent]))
    .digest();
  const signs = [...bytes.subarray(0, 12)].map((byte) => alphabet.charAt(byte % 32)).join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}

export function receiptHash({ communityId, id }: About, receipt: string): Buffer {
  return hmacCode(installation().keys, 'consultation-receipt', JSON.stringify([communityId, id, plainCode(receipt)]));
}

/** The intent behind the receipt on a paper form. */
export function paperIntent(number: number): string {
  return `paper/${number}`;
}

// Crockford's, as for every code that is read from paper.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
