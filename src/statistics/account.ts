import { isStage, stages, type Bucket, type VoiceCounts } from '#listen/voices/index.ts';

// In = out (V2): what was received is open, closed, merged, referred or withdrawn; nothing is anywhere else.

export type Account = VoiceCounts;

/** The sum of one place or channel from its counts by stage. A stage nobody knows is a bug and stops the page. */
export function accountOf(counts: Iterable<{ stage: string | null; voices: number }>): Account {
  const account: Account = { received: 0, open: 0, confirmed: 0, documented: 0, merged: 0, referred: 0, withdrawn: 0 };
  for (const { stage, voices } of counts) {
    if (stage === null || !isStage(stage)) throw new Error(`a voice stands in no known stage: ${stage}`);
    account[stages[stage].bucket] += voices;
    account.received += voices;
  }
  return account;
}

/** Several accounts as one. */
export function addAccounts(accounts: Iterable<Account>): Account {
  const sum = accountOf([]);
  for (const account of accounts) {
    for (const key of parts) sum[key] += account[key];
    sum.received += account.received;
  }
  return sum;
}

export const parts: Bucket[] = ['open', 'confirmed', 'documented', 'merged', 'referred', 'withdrawn'];
