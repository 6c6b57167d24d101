/** The tree of a list of entries by its definition, hash by hash [RFC 9162 §2.1.1]: slow, and what all else is compared with. */
import { leafBytes, nodeBytes, type Sha256 } from '#ledger/merkle/hashing.ts';
import type { Node } from '#ledger/merkle/prove.ts';

/** MTH(D) */
export function rootByDefinition(entries: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [only] = entries;
  if (only === undefined) return sha256(new Uint8Array());
  if (entries.length === 1) return sha256(leafBytes(only));
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(nodeBytes(rootByDefinition(entries.slice(0, split), sha256), rootByDefinition(entries.slice(split), sha256)));
}

export function nodesByDefinition(entries: readonly Uint8Array[], sha256: Sha256): Node {
  return (level, index) => {
    const first = Number(index) * 2 ** level;
    if (first + 2 ** level > entries.length) throw new RangeError('these leaves are not in the tree');
    return rootByDefinition(entries.slice(first, first + 2 ** level), sha256);
  };
}
