import { sql } from 'kysely';
import { shanghaiYear } from '#foundation/calendar/index.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { formatNumber } from './voice.ts';

/** Lines that may have been queued when the machine was lost and no checkpoint covered yet. */
const unsigned = 20;

/**
 * After a disaster: the numbers that the lost part of the ledger may have given out are never given again (V1), since
 * somebody holds a receipt for them. `lost`: how many lines were signed that this database doesn't hold; none took more
 * than one number. Says in the ledger which numbers are skipped. Returns how many communities it concerned.
 */
export async function skipNumbers(lost: number, how: How = {}): Promise<number> {
  if (lost <= 0) return 0;
  return perform({ actor: 'system', verb: 'voice.skip_numbers', input: [lost] }, how, async (act) => {
    const year = shanghaiYear(act.now);
    const skipped = await act.trx
      .insertInto('voice_counters')
      .columns(['community_id', 'year', 'last_serial'])
      .expression((eb) =>
        eb
          .selectFrom('communities')
          .select(['id', sql<number>`${year}::integer`.as('year'), sql<number>`${lost + unsigned}::integer`.as('last')]),
      )
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'year']).doUpdateSet({ last_serial: sql`voice_counters.last_serial + excluded.last_serial` }),
      )
      .returning(['community_id', 'last_serial'])
      .execute();
    for (const { community_id: communityId, last_serial: last } of skipped) {
      const plain = { first: formatNumber(year, last - lost - unsigned + 1), last: formatNumber(year, last) };
      await appendToLedger(act, { type: 'numbers.skipped', communityId, plain });
    }
    return skipped.length;
  });
}
