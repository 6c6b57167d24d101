import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Delegation } from './delegation.ts';

/** L4: what came in is what went out and what is left, in fen. L5: shifts as they were, all hands together, in minutes. */
export type Accounts = { moneyIn: number; moneyOut: number; rest: number; shifts: number; minutes: number };

/** Counter-entries are counted with what they correct. */
export async function countAccounts(db: Kysely<DB>, { communityId, id }: Pick<Delegation, 'communityId' | 'id'>): Promise<Accounts> {
  const { rows } = await sql<{ in: number; out: number; shifts: number; minutes: number }>`select
    (select coalesce(sum(cents), 0)::float8 from delegation_money
      where community_id = ${communityId} and delegation_id = ${id} and direction = 'in') as "in",
    (select coalesce(sum(cents), 0)::float8 from delegation_money
      where community_id = ${communityId} and delegation_id = ${id} and direction = 'out') as "out",
    (select count(*)::int from delegation_shifts s where community_id = ${communityId} and delegation_id = ${id}
      and corrects_id is null and not exists (select from delegation_shifts c
        where c.community_id = s.community_id and c.corrects_id = s.id)) as shifts,
    (select coalesce(sum(minutes), 0)::int from delegation_shifts
      where community_id = ${communityId} and delegation_id = ${id}) as minutes`.execute(db);
  const { in: moneyIn = 0, out: moneyOut = 0, shifts = 0, minutes = 0 } = rows[0] ?? {};
  return { moneyIn, moneyOut, rest: moneyIn - moneyOut, shifts, minutes };
}
