import type { WrappedKey } from './key-provider.ts';
import { suiteOf } from './suites.ts';

/** What the database holds of a key, as the provider wants it. */
export function wrappedKeyOf(row: { suite: string; generation: number; wrapped: Buffer | null }): WrappedKey {
  return { suite: suiteOf(row.suite).name, generation: row.generation, bytes: row.wrapped ?? Buffer.alloc(0) };
}
