import { sha256 } from '../merkle/sha256.ts';
import { fingerprint } from './spoken-code.ts';

/** The fingerprint of a verifier key as it stands on the notice board, on the server. */
export function keyFingerprint(vkey: string): Promise<string> {
  return fingerprint(vkey, sha256);
}
