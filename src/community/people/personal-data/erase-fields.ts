import { sql, type RawBuilder } from 'kysely';
import type { Act } from '#foundation/server/perform.ts';
import { fieldRegister } from './field-register.ts';
import type { FieldRow } from './field-row.ts';

/** These rows say of themselves that their words are gone; the schema lets them be empty only then. */
const marked: readonly string[] = ['voices', 'people', 'blog_comments'];

/**
 * Removes what the field register lists for one subject: values are emptied, rows that are nothing without them go. What
 * the register doesn't know isn't erased, which is why a test holds it against the schema. `communityId` null: a person.
 */
export async function eraseFields(
  act: Act,
  of: 'voice' | 'reporter' | 'person' | 'author',
  communityId: number | null,
  id: string,
): Promise<void> {
  const rows = fieldRegister.filter(({ erase }) => typeof erase === 'object' && erase.of === of);
  for (const table of new Set(rows.map((row) => row.table))) {
    await eraseIn(act, table, communityId, id, rows);
  }
}

async function eraseIn({ trx, now }: Act, table: string, communityId: number | null, id: string, all: FieldRow[]): Promise<void> {
  const rows = all.filter((row) => row.table === table);
  const erase = rows[0]?.erase;
  if (typeof erase !== 'object') return;
  const here = sql`${sql.ref(erase.by)} = ${id} ${communityId === null ? sql`` : sql`and community_id = ${communityId}`}`;
  if (erase.how === 'row') {
    await sql`delete from ${sql.table(table)} where ${here}`.execute(trx);
    return;
  }
  const values = rows.flatMap((row) => row.columns.map((column) => emptied(column, row)));
  if (marked.includes(table)) values.push(sql`erased_at = ${now}`);
  await sql`update ${sql.table(table)} set ${sql.join(values)} where ${here}`.execute(trx);
}

function emptied(column: string, { erase }: FieldRow): RawBuilder<unknown> {
  const blank = typeof erase === 'object' && erase.how === 'blank';
  return blank ? sql`${sql.ref(column)} = ''` : sql`${sql.ref(column)} = null`;
}
