import type { Account } from '#statistics/index.ts';
import { m } from '#words';

type Figure = { value: number; label: string };

/** In = out as a sum that anybody can check: received = open + confirmed + … */
export function sumOf(account: Account): { total: Figure; parts: Figure[] } {
  return {
    total: { value: account.received, label: m.voices_bucket_received() },
    parts: [
      { value: account.open, label: m.voices_bucket_open() },
      { value: account.confirmed, label: m.voices_bucket_confirmed() },
      { value: account.documented, label: m.voices_bucket_documented() },
      { value: account.merged, label: m.voices_bucket_merged() },
      { value: account.referred, label: m.voices_bucket_referred() },
      { value: account.withdrawn, label: m.voices_bucket_withdrawn() },
    ],
  };
}
