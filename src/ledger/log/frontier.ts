import type { Sha256 } from '../merkle/hashing.ts';

/** A hash that tiles hold: the `index`-th at tile level `level`. */
export type Grown = { level: number; index: number; hash: Buffer };
type Peak = { height: number; hash: Buffer };

/**
 * A growing tree of which only the peaks are kept, as a mountain range. A second way to the same root, for checking the
 * one that is used.
 */
export class Frontier {
  size = 0;
  readonly #peaks: Peak[] = [];
  readonly #sha256: Sha256;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** Adds an entry; answers with the hashes that belong into tiles from now on. */
  add(entry: Uint8Array): Grown[] {
    const grown: Grown[] = [];
    let peak: Peak = { height: 0, hash: this.#hash(0, entry) };
    const index = this.size;
    for (;;) {
      if (peak.height % 8 === 0) grown.push({ level: peak.height / 8, index: Math.floor(index / 2 ** peak.height), hash: peak.hash });
      const left = this.#peaks.at(-1);
      if (left?.height !== peak.height) break;
      this.#peaks.pop();
      peak = { height: peak.height + 1, hash: this.#hash(1, left.hash, peak.hash) };
    }
    this.#peaks.push(peak);
    this.size++;
    return grown;
  }

  root(): Buffer {
    const last = this.#peaks.at(-1);
    if (!last) return Buffer.from(this.#sha256(new Uint8Array()));
    return this.#peaks.slice(0, -1).reduceRight((root, { hash }) => this.#hash(1, hash, root), last.hash);
  }

  #hash(prefix: number, ...parts: Uint8Array[]): Buffer {
    return Buffer.from(this.#sha256(Buffer.concat([Buffer.of(prefix), ...parts])));
  }
}
