import { affectedNeeded, verdicts, type SaidAs, type Verdict } from './commitment.ts';

/** What was said of one round, in the order in which it was said. */
export type Said = { saidAs: SaidAs; verdict: Verdict };

/**
 * C2: what the residents' words make of a promise, or null while they decide nothing yet. The one who asked and the
 * supervisory committee decide by themselves; of those affected, three have to say the same.
 */
export function settleVerdict(said: readonly Said[]): Verdict | null {
  const alone = said.find(({ saidAs }) => saidAs !== 'affected');
  if (alone) return alone.verdict;
  return verdicts.find((verdict) => said.filter((one) => one.verdict === verdict).length >= affectedNeeded) ?? null;
}
