import { sql } from 'kysely';
import type { Act } from '#foundation/server/perform.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { fieldRegister } from './field-register.ts';
import { contactKeptFor, keeps, type KeepRule } from './keeps.ts';

/** How many rows each rule of the register removed or emptied: `sessions`, `contact` … */
export type Removed = { [rule: string]: number };

/**
 * The nightly clearing: whatever has been kept as long as the field register allows goes. What was removed is counted in
 * a security event that the administrator reads. Records of looks stay. Returns the counts.
 */
export async function keepNoLonger(how?: How): Promise<Removed> {
  return perform({ actor: 'clock', verb: 'data.keep_no_longer', input: null }, how, async (act) => {
    const removed: Removed = {};
    for (const keep of new Set(fieldRegister.map((row) => row.keep))) {
      const rule = keeps[keep];
      if (rule.how === 'delete') removed[keep] = await deleteOlder(act, rule);
      if (rule.how === 'clear') removed[keep] = await clearContact(act, contactKeptFor());
    }
    await recordSecurityEvent(act, { name: 'data.kept_no_longer', data: removed });
    return removed;
  });
}

async function deleteOlder({ trx, now }: Act, rule: Extract<KeepRule, { how: 'delete' }>): Promise<number> {
  const before = new Date(now.getTime() - rule.days * 86_400_000);
  const { numAffectedRows } = await sql`delete from ${sql.table(rule.table)} where ${sql.ref(rule.after)} < ${before}`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

/** How to reach somebody, once their matter has been over for so long. */
async function clearContact({ trx, now }: Act, months: number): Promise<number> {
  const columns = fieldRegister.flatMap((row) => (row.table === 'reporters' && row.keep === 'contact' ? row.columns : []));
  const emptied = columns.map((column) => sql`${sql.ref(column)} = null`);
  const something = columns.map((column) => sql`reporters.${sql.ref(column)} is not null`);
  const { numAffectedRows } = await sql`
    update reporters set ${sql.join(emptied)}
    from voices where voices.community_id = reporters.community_id and voices.reporter_id = reporters.id
      and voices.stage in ('closed_confirmed', 'closed_documented', 'referred_out', 'merged', 'withdrawn')
      and coalesce(voices.closed_at, voices.changed_at) < ${now}::timestamptz - make_interval(months => ${months})
      and (${sql.join(something, sql` or `)})`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
