import type { Example } from './example.ts';
import { scoreText } from './score-text.ts';
import { trainModel } from './train-model.ts';

/** What was said about examples that were not learned from: whether it was right, and how far ahead it lay. */
export type Verdict = { truth: string; said: string; ahead: number };
export type Trial = { accuracy: number; macroF1: number; verdicts: Verdict[] };

/**
 * How well learning works on these examples: each is judged by a model that has seen nothing of its group, in `parts`
 * turns. `asked`: only these are judged (all of them are learned from).
 */
export function tryOut<E extends Example>(examples: readonly E[], parts: number, asked: (example: E) => boolean = () => true): Trial {
  const verdicts: Verdict[] = [];
  for (let part = 0; part < parts; part++) {
    const model = trainModel(examples.filter(({ group }) => partOf(group, parts) !== part));
    for (const example of examples) {
      if (partOf(example.group, parts) !== part || !asked(example)) continue;
      verdicts.push({ truth: example.category, ...lead(model.categories, scoreText(model, example)) });
    }
  }
  return { ...measure(verdicts), verdicts };
}

/** The first of the scores and how far it lies ahead of the second. */
export function lead(categories: readonly string[], scores: readonly number[]): { said: string; ahead: number } {
  const [first, second] = scores.map((score, at) => ({ score, said: categories[at] ?? '' })).toSorted((a, b) => b.score - a.score);
  return { said: first?.said ?? '', ahead: first && second ? first.score - second.score : 0 };
}

/** Share that was right, and F1 averaged over the categories that really occur. */
export function measure(verdicts: readonly Pick<Verdict, 'truth' | 'said'>[]): { accuracy: number; macroF1: number } {
  const categories = [...new Set(verdicts.map(({ truth }) => truth))];
  const f1 = categories.map((category) => {
    const right = verdicts.filter(({ truth, said }) => truth === category && said === category).length;
    const either = verdicts.filter(({ truth }) => truth === category).length + verdicts.filter(({ said }) => said === category).length;
    return (2 * right) / either;
  });
  const right = verdicts.filter(({ truth, said }) => truth === said).length;
  const share = (sum: number, of: number) => (of === 0 ? 0 : sum / of);
  return {
    accuracy: share(right, verdicts.length),
    macroF1: share(
      f1.reduce((sum, one) => sum + one, 0),
      categories.length,
    ),
  };
}

/** From how far ahead on at least `wanted` of what is said is right; null when it never is, on `fewest` or more. */
export function findSure(verdicts: readonly Verdict[], wanted: number, fewest: number): number | null {
  let right = 0;
  let sure: number | null = null;
  verdicts
    .toSorted((a, b) => b.ahead - a.ahead)
    .forEach(({ truth, said, ahead }, at) => {
      if (truth === said) right += 1;
      if (at + 1 >= fewest && right >= wanted * (at + 1)) sure = ahead;
    });
  return sure;
}

function partOf(group: string, parts: number): number {
  let hash = 7;
  for (let at = 0; at < group.length; at++) hash = (Math.imul(hash, 31) + group.charCodeAt(at)) >>> 0;
  return (Math.imul(hash, 2_654_435_761) >>> 0) % parts;
}
