/** What shows that one line stands in the public ledger. Everything in this folder runs in browsers too. */

/** `entry`: the line as it was written; `path`: leaf end first [RFC 9162 §2.1.3]; `checkpoint`: the signed note over `size`. */
export type Proof = { index: bigint; size: bigint; entry: Uint8Array; path: readonly Uint8Array[]; checkpoint: string };

/** What a line of the ledger says openly. */
export type Line = { type: string; community: string; number: string; day: string; commit: string };

/** Reads a line; null for bytes that aren't one. */
export function readLine(entry: Uint8Array): Line | null {
  const read = readJson(new TextDecoder().decode(entry));
  if (!isRecord(read) || read['v'] !== 1 || typeof read['t'] !== 'string' || typeof read['d'] !== 'string') return null;
  const text = (key: string) => (typeof read[key] === 'string' ? read[key] : '');
  return { type: read['t'], community: text('c'), number: text('n'), day: read['d'], commit: text('h') };
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
