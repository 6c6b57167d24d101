/**
 * What this browser has seen of a ledger: every resident's phone is a small witness. Two states of one size must be the
 * same; of two sizes, the larger must be shown to begin with the smaller.
 */
import { type Checkpoint, fromBase64, toBase64, verifyConsistency } from '../verifier.ts';
import { isRecord, readJson } from '../receipts/proof.ts';
import type { Growth } from '../receipts/growth.ts';
import { sha256 } from './crypto.ts';

/** `heads`: size → root. `linked`: sizes shown to belong to one ledger. `lines`: number of a line → its hash. All base64. */
export type Memory = { heads: Record<string, string>; linked: string[]; lines: Record<string, string> };
/**
 * `unlinked`: two states of different size that nobody has yet shown to be one ledger; `fork`: two that can't
 * be; `away`: this browser keeps nothing.
 */
export type Remembered = { state: 'first' | 'same' | 'linked' | 'fork' | 'away' } | { state: 'unlinked'; from: bigint; to: bigint };
const most = 200;

/** Puts in what a paper showed, and says how it goes with what was seen before. Only for what a signature stands behind. */
export function remember(memory: Memory, seen: Checkpoint, line: { index: bigint; leafHash: Uint8Array }): [Memory, Remembered] {
  const [size, root, index, hash] = [String(seen.size), toBase64(seen.root), String(line.index), toBase64(line.leafHash)];
  const before = memory.heads[size];
  const other = memory.lines[index];
  // What was seen first is kept, so that the contradiction shows again the next time.
  if ((before !== undefined && before !== root) || (other !== undefined && other !== hash)) return [memory, { state: 'fork' }];
  const anchor = memory.linked.at(-1);
  const next: Memory = {
    heads: { ...memory.heads, [size]: root },
    linked: anchor === undefined ? [size] : memory.linked,
    lines: { ...memory.lines, [index]: hash },
  };
  if (anchor === undefined) return [tidied(next), { state: 'first' }];
  if (memory.linked.includes(size)) return [tidied(next), { state: memory.linked.length > 1 ? 'linked' : 'same' }];
  const [from, to] = [BigInt(anchor), seen.size].toSorted((a, b) => (a < b ? -1 : 1));
  return [tidied(next), { state: 'unlinked', from: from ?? 0n, to: to ?? 0n }];
}

/** Takes in the proof that a newer state, which the ledger has signed, begins with states seen before. */
export async function link(memory: Memory, newest: Checkpoint, steps: Growth['steps']): Promise<[Memory, Remembered]> {
  const [size, root] = [String(newest.size), toBase64(newest.root)];
  if ((memory.heads[size] ?? root) !== root) return [memory, { state: 'fork' }];
  const shown: string[] = [];
  for (const { first, path } of steps) {
    const firstRoot = fromBase64(memory.heads[String(first)] ?? '');
    if (firstRoot?.length !== 32) continue;
    const proof = { first, second: newest.size, firstRoot, secondRoot: newest.root, path };
    if (!(await verifyConsistency(proof, sha256))) return [memory, { state: 'fork' }];
    shown.push(String(first));
  }
  if (!shown.some((one) => memory.linked.includes(one))) return [memory, { state: 'first' }];
  const linked = [...new Set([...memory.linked, ...shown, size])].toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  return [tidied({ ...memory, heads: { ...memory.heads, [size]: root }, linked }), { state: 'linked' }];
}

/** What was stored, or nothing; whatever is not ours is thrown away. */
export function readMemory(stored: string | null): Memory {
  const read = readJson(stored ?? '');
  if (!isRecord(read) || !isTexts(read['heads']) || !isTexts(read['lines']) || !Array.isArray(read['linked'])) {
    return { heads: {}, linked: [], lines: {} };
  }
  const { heads, lines } = read;
  return { heads, lines, linked: read['linked'].filter((size) => typeof size === 'string' && size in heads) };
}

/** A phone keeps the largest states and the latest lines, not everything for ever. */
function tidied({ heads, linked, lines }: Memory): Memory {
  const kept = linked.slice(-most);
  const others = Object.keys(heads).filter((size) => !kept.includes(size));
  const sizes = new Set([...kept, ...others.slice(-most)]);
  return {
    heads: Object.fromEntries(Object.entries(heads).filter(([size]) => sizes.has(size))),
    linked: kept,
    lines: Object.fromEntries(Object.entries(lines).slice(-most)),
  };
}

function isTexts(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
}
