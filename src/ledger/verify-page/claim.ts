/** What somebody hands in to be checked, whichever form it came in. */
import { fromLetters } from '../receipts/letters.ts';
import { unpackProof, type OfflineProof } from '../receipts/offline-proof.ts';
import { parseReceipt, type ProvenLine } from '../receipts/receipt-file.ts';
import { parseTlogProof } from '../receipts/tlog-proof.ts';
import { sha256 } from './crypto.ts';

/** `vkey`: the key the paper itself names. It proves nothing before it is compared with the notice board. */
export type Claim =
  | { form: 'offline'; proof: OfflineProof }
  | { form: 'lines'; lines: ProvenLine[]; vkey: string | null; witnesses: string[] };

/** From a QR code or an address (with or without what stands before the #), a receipt file or a .tlog-proof. Null: unreadable. */
export async function readClaim(given: string): Promise<Claim | null> {
  const text = given.trim();
  const file = parseReceipt(text);
  if (file) return { form: 'lines', ...file };
  const line = parseTlogProof(given) ?? parseTlogProof(`${text}\n`);
  if (line) return { form: 'lines', lines: [{ ...line, opening: null }], vkey: null, witnesses: [] };
  const packed = fromLetters(text.slice(text.indexOf('#') + 1));
  const proof = packed && (await unpackProof(packed, sha256));
  return proof && { form: 'offline', proof };
}
