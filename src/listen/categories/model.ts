import { deflateSync, inflateSync } from 'node:zlib';

/**
 * What was learned: for each term its bucket, how much it says, and which way it pulls, in whole steps of −127…127 per
 * category (`steps[term × categories + category]`, one step = `scales[category]`). `sure`: how far the first category
 * must lie ahead of the second before it is worth saying.
 */
export type Model = {
  categories: string[];
  constants: number[];
  scales: number[];
  sure: number;
  buckets: Uint32Array;
  weights: Float32Array;
  steps: Int8Array;
};

/** Small enough for a row: distances between buckets, quarter-precision weights and steps, packed. */
export function packModel(model: Model): Buffer {
  const { categories, constants, scales, sure, buckets, weights, steps } = model;
  const head = Buffer.from(JSON.stringify({ v: 1, categories, constants, scales, sure, terms: buckets.length }));
  const body = Buffer.alloc(buckets.length * 6);
  buckets.forEach((bucket, at) => {
    body.writeUInt32LE(bucket - (buckets[at - 1] ?? 0), at * 4);
    body.writeUInt16LE(Math.min(65_535, Math.round((weights[at] ?? 0) * weightSteps)), buckets.length * 4 + at * 2);
  });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return deflateSync(Buffer.concat([length, head, body, Buffer.from(steps.buffer, steps.byteOffset, steps.length)]));
}

/** Throws when the bytes are not a model of this version. */
export function unpackModel(bytes: Buffer): Model {
  const all = inflateSync(bytes);
  const start = 4 + all.readUInt32LE(0);
  const { v, categories, constants, scales, sure, terms } = JSON.parse(all.toString('utf8', 4, start));
  if (v !== 1) throw new Error('a category model of another version');
  const buckets = new Uint32Array(terms);
  const weights = new Float32Array(terms);
  for (let at = 0; at < terms; at++) {
    buckets[at] = (buckets[at - 1] ?? 0) + all.readUInt32LE(start + at * 4);
    weights[at] = all.readUInt16LE(start + terms * 4 + at * 2) / weightSteps;
  }
  return { categories, constants, scales, sure, buckets, weights, steps: Int8Array.from(all.subarray(start + terms * 6), signed) };
}

/** Weights reach log(1 + 10,000) ≈ 9.2 at most. */
const weightSteps = 6000;

function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte;
}
