/** Proofs of the ledger's tree, made as RFC 9162 defines them; checked by `verify.ts`, which shares no line with this. */
import { nodeBytes, type Sha256 } from './hashing.ts';

/** The hash over the 2^level leaves that begin at index · 2^level; all of them are in the tree. */
export type Node = (level: number, index: bigint) => Uint8Array;
export type Tree = { node: Node; sha256: Sha256 };

/** MTH(D[start:end]) [RFC 9162 §2.1.1]; `start` is a multiple of the largest power of two that fits. */
export function hashOfRange(start: bigint, end: bigint, tree: Tree): Uint8Array {
  const count = end - start;
  if (count < 0n) throw new RangeError('a range that ends before it begins');
  if (count === 0n) return tree.sha256(new Uint8Array());
  const level = count.toString(2).length - 1;
  if (count === 1n << BigInt(level)) return tree.node(level, start >> BigInt(level));
  const middle = start + splitOf(count);
  return tree.sha256(nodeBytes(hashOfRange(start, middle, tree), hashOfRange(middle, end, tree)));
}

/** PATH(index, D[0:size]) [RFC 9162 §2.1.3.1], leaf end first. Throws RangeError for a leaf that isn't in the tree. */
export function proveInclusion(index: bigint, size: bigint, tree: Tree): Uint8Array[] {
  if (index < 0n || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path = (start: bigint, end: bigint): Uint8Array[] => {
    if (end - start === 1n) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...path(start, middle), hashOfRange(middle, end, tree)]
      : [...path(middle, end), hashOfRange(start, middle, tree)];
  };
  return path(0n, size);
}

/** PROOF(first, D[0:second]) [RFC 9162 §2.1.4.1]; empty when `first` is 0 or `second`. */
export function proveConsistency(first: bigint, second: bigint, tree: Tree): Uint8Array[] {
  if (first < 0n || first > second) throw new RangeError(`a tree of ${second} cannot follow one of ${first}`);
  if (first === 0n) return [];
  const subproof = (start: bigint, end: bigint, whole: boolean): Uint8Array[] => {
    if (end === first) return whole ? [] : [hashOfRange(start, end, tree)];
    const middle = start + splitOf(end - start);
    return first <= middle
      ? [...subproof(start, middle, whole), hashOfRange(middle, end, tree)]
      : [...subproof(middle, end, false), hashOfRange(start, middle, tree)];
  };
  return subproof(0n, second, true);
}

/** The largest power of two smaller than `count`. */
function splitOf(count: bigint): bigint {
  return 1n << BigInt((count - 1n).toString(2).length - 1);
}
