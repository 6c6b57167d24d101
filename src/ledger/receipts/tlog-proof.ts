/** A proof as a file that any program for transparency logs reads (c2sp.org/tlog-proof). The line itself stands under "extra". */
import { fromBase64, parseCheckpoint, parseNote, toBase64 } from '../verifier.ts';
import type { Proof } from './proof.ts';

const first = 'c2sp.org/tlog-proof@v1';

export function formatTlogProof({ index, entry, path, checkpoint }: Proof): string {
  return [first, `extra ${toBase64(entry)}`, `index ${index}`, ...path.map(toBase64), '', checkpoint].join('\n');
}

/** Null for anything else; also for a proof without the line, which shows nothing to somebody who reads. */
export function parseTlogProof(text: string): Proof | null {
  const end = text.indexOf('\n\n');
  const [head, extra = '', index = '', ...hashes] = text.slice(0, end).split('\n');
  const entry = fromBase64(/^extra (.+)$/.exec(extra)?.[1] ?? '-');
  const at = /^index (0|[1-9]\d{0,19})$/.exec(index)?.[1];
  const path = hashes.map((hash) => fromBase64(hash));
  const checkpoint = text.slice(end + 2);
  const signed = parseCheckpoint(parseNote(checkpoint)?.text ?? '');
  if (end < 0 || head !== first || !entry || at === undefined || !path.every(isHash) || !signed) return null;
  return { index: BigInt(at), size: signed.size, entry, path, checkpoint };
}

function isHash(bytes: Uint8Array | null): bytes is Uint8Array {
  return bytes?.length === 32;
}
