import { sql } from 'kysely';
import { remembered } from '#foundation/remembered.ts';
import { database } from '#foundation/server/database.ts';
import { rarityBy, type Rarity } from './alike/index.ts';

// Which pairs of characters everybody writes: PostgreSQL counts them anyway, for its own planning, over all voices.

const minutes = 10;
const common = remembered<'voices', Map<string, number>>(minutes * 60, readCommonPairs);

/** How much a pair tells in this installation. A new town without statistics takes every pair for rare. */
export async function rarityHere(): Promise<Rarity> {
  const shares = await common('voices');
  return rarityBy((gram) => shares.get(gram));
}

async function readCommonPairs(): Promise<Map<string, number>> {
  const { rows } = await sql<{ pair: string; share: number }>`
    select pair, share from pg_stats,
      unnest(most_common_elems::text::text[], most_common_elem_freqs[:cardinality(most_common_elems::text::text[])]) as counted (pair, share)
    where schemaname = current_schema() and tablename = 'voices' and attname = 'search'`.execute(database());
  return new Map(rows.map(({ pair, share }) => [pair, share]));
}
