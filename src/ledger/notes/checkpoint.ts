/** How large the ledger is and what its root is, in three lines that are signed (c2sp.org/tlog-checkpoint v1). */
import { fromBase64, toBase64 } from './base64.ts';

export type Checkpoint = { origin: string; size: bigint; root: Uint8Array };

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a note; lines after the third are somebody's extensions and passed over. Null when it is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = '', ...more] = text.split('\n');
  const bytes = fromBase64(root);
  if (origin === '' || !/^(0|[1-9]\d{0,19})$/.test(size) || bytes?.length !== 32) return null;
  if (more.at(-1) !== '' || more.slice(0, -1).includes('')) return null;
  return { origin, size: BigInt(size), root: bytes };
}
