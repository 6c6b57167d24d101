import { fromBase64, toBase64 } from '../notes/base64.ts';

// What a ledger hands to a witness: the size it last confirmed, the proof that it only grew, and the checkpoint.

export type Submission = { old: bigint; path: Uint8Array[]; checkpoint: string };
/** So much a witness reads at most; the proof of any tree and 64 signatures fit. */
export const longestSubmission = 16_384;
const longestProof = 63;

export function formatSubmission({ old, path, checkpoint }: Submission): string {
  return [`old ${old}`, ...path.map(toBase64), '', checkpoint].join('\n');
}

/** Null for anything that is not written exactly so. */
export function parseSubmission(body: string): Submission | null {
  const end = body.indexOf('\n\n');
  const [first = '', ...hashes] = body.slice(0, Math.max(end, 0)).split('\n');
  const old = /^old (0|[1-9]\d{0,19})$/.exec(first)?.[1];
  if (body.length > longestSubmission || old === undefined || hashes.length > longestProof) return null;
  const path = hashes.map(fromBase64).filter((hash) => hash?.length === 32);
  return path.length === hashes.length
    ? { old: BigInt(old), path: path.flatMap((hash) => hash ?? []), checkpoint: body.slice(end + 2) }
    : null;
}
