/** How bytes are sealed. Every envelope names its suite, so that a later one (国密 for instance) can stand beside the first. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export type SuiteName = 'intl';
type Suite = {
  /** first byte of every envelope */
  readonly id: number;
  readonly name: SuiteName;
  encrypt(key: Buffer, bound: Buffer, plain: Buffer): Buffer;
  /** Throws when the bytes were changed, or sealed under another key or for another place. */
  decrypt(key: Buffer, bound: Buffer, sealed: Buffer): Buffer;
  /** a 32-byte key from a longer-lived one */
  derive(key: Buffer, purpose: string): Buffer;
  /** 32 bytes that only a holder of the key can name */
  tag(key: Buffer, text: string): Buffer;
};

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; HKDF-SHA-256 (RFC 5869); HMAC-SHA-256. */
const intl: Suite = {
  id: 1,
  name: 'intl',
  encrypt(key, bound, plain) {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
    cipher.setAAD(bound);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  decrypt(key, bound, sealed) {
    if (sealed.length < NONCE + TAG) throw new Error('this is not a sealed value');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(bound);
    decipher.setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
  },
  derive: (key, purpose) => Buffer.from(hkdfSync('sha256', key, '', `huiyin/v1/${purpose}`, 32)),
  tag: (key, text) => createHmac('sha256', key).update(text).digest(),
};

const suites = [intl] satisfies Suite[];

/** What new keys and values are sealed with. */
export const currentSuite: Suite = intl;

/** The suite a stored name or the first byte of an envelope stands for. Throws for one this version doesn't know. */
export function suiteOf(mark: string | number | undefined): Suite {
  const suite = suites.find((known) => known.name === mark || known.id === mark);
  if (!suite) throw new Error(`sealed with a suite this version doesn't know: ${mark}`);
  return suite;
}
