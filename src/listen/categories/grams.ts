// What a text is made of, for the learner: neighbouring characters of Chinese, whole words of Latin script. A number says
// who, where and when, and never what about: none is looked at.

/** Buckets that grams are hashed into; 2^20 keep a hundred thousand grams apart well enough. */
export const buckets = 1 << 20;
/** What is written after this many characters changes the matter no more. */
const longestText = 4000;
const runs = /\p{Script=Han}+|\p{Script=Latin}+/gu;
const longestGram = 3;

/** One gram: its bucket and which characters of the clean text it covers. */
export type Gram = { bucket: number; from: number; to: number };

/** The same text whatever keyboard it was typed on. */
export function cleanText(text: string): string {
  return text.slice(0, longestText).normalize('NFKC').toLowerCase();
}

/** Every gram of a clean text, where it stands. */
export function gramsOf(clean: string): Gram[] {
  const grams: Gram[] = [];
  for (const { 0: run, index } of clean.matchAll(runs)) {
    if (isLatin(run)) grams.push({ bucket: bucketOf(run), from: index, to: index + run.length });
    else
      for (let length = 1; length <= longestGram; length++)
        for (let at = 0; at + length <= run.length; at++)
          grams.push({ bucket: bucketOf(run.slice(at, at + length)), from: index + at, to: index + at + length });
  }
  return grams;
}

/** How often each bucket occurs; a title says in a few words what the rest explains, so it counts `titleWeight` times. */
export function countGrams(text: { title?: string | undefined; words: string }, titleWeight = 3): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (clean: string, times: number) => {
    for (const { bucket } of gramsOf(clean)) counts.set(bucket, (counts.get(bucket) ?? 0) + times);
  };
  add(cleanText(text.words), 1);
  if (text.title) add(cleanText(text.title), titleWeight);
  return counts;
}

function isLatin(run: string): boolean {
  return /^\p{Script=Latin}/u.test(run);
}

/** FNV-1a with the end of MurmurHash3, so that neighbouring characters land far apart. */
function bucketOf(gram: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 16_777_619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85_eb_ca_6b);
  hash ^= hash >>> 13;
  return (hash >>> 0) & (buckets - 1);
}
