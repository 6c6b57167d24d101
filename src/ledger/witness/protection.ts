/** What a policy is worth against people who keep two ledgers. Runs in browsers too. */
import { quorumHolds, type Policy } from './policy.ts';

/**
 * How many others must agree before everybody takes a state for confirmed. `none`: there is no witness. `own`: the rule can
 * be met without anybody else, by witnesses of those who keep the ledger, or whose operator is not named. `one`, `several`:
 * that many different operators at least.
 */
export type Protection = 'none' | 'own' | 'one' | 'several';

/** `ownVkey`: of the ledger. */
export function protectionOf(policy: Policy | null, ownVkey: string): Protection {
  if (!policy || policy.witnesses.length === 0) return 'none';
  const keeper = keeperIn(policy, ownVkey);
  const others = [...new Set(policy.witnesses.map(({ operator }) => operator))].filter((one) => one !== null && one !== keeper);
  const enough = (other: string | null) => {
    const counted = policy.witnesses.filter(({ operator }) => operator === null || operator === keeper || operator === other);
    return quorumHolds(policy, (vkey) => counted.some((one) => one.vkey === vkey));
  };
  if (enough(null)) return 'own';
  return others.some(enough) ? 'one' : 'several';
}

/** Who keeps the ledger, if the policy names them. */
export function keeperIn({ logs }: Policy, ownVkey: string): string | null {
  return logs.find(({ vkey }) => vkey === ownVkey)?.operator ?? null;
}
