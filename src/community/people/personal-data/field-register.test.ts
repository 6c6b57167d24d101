import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { database } from '#foundation/server/database.ts';
import { m } from '#words';
import { columnsWithoutPersons } from './columns-without-persons.ts';
import { fieldRegister, findNotice } from './field-register.ts';
import { keeps } from './keeps.ts';

useDatabase();

/** Every column that could hold something about somebody: text, bytes, free forms, and where somebody was. */
async function columnsThatCould(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb', 'xml', 'tsvector',
      'inet', 'double precision', 'real') or udt_name in ('_text', '_varchar', 'point', 'hstore', 'citext'))`.execute(database());
  return rows.map((row) => row.name);
}

describe('the field register', () => {
  const listed = fieldRegister.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  const without = Object.entries(columnsWithoutPersons).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));

  it('E3: knows every column of the real schema, each exactly once', async () => {
    const known = [...listed, ...without];
    const real = await columnsThatCould();
    const faults = {
      twice: known.filter((name, at) => known.indexOf(name) !== at),
      // A new column: say what it is for in fields-of-….ts, or that it can hold nobody in columns-without-persons.ts.
      unknown: real.filter((name) => !known.includes(name)),
      gone: known.filter((name) => !real.includes(name)),
    };
    expect(faults).toEqual({ twice: [], unknown: [], gone: [] });
  });

  it('E3: knows no identity number, no face, no trail of places', () => {
    expect(listed.filter((name) => /identity|id_card|face|fingerprint|track/.test(name))).toEqual([]);
  });

  it('has words in both languages for every field, ground, class and length of time', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const { group, said, class: kind, basis } of fieldRegister) {
        const sentences = [
          m[`rights_group_${group}`]({}, { locale }),
          m[`rights_group_${group}_for`]({}, { locale }),
          m[`rights_group_${group}_who`]({}, { locale }),
          m[`rights_field_${said}`]({}, { locale }),
          m[`rights_class_${kind}`]({}, { locale }),
          m[`rights_basis_${basis}`]({}, { locale }),
        ];
        for (const sentence of sentences) expect(sentence).not.toMatch(/^$|rights_/);
      }
    }
  });

  it('gives every field a length of time that something really keeps to', () => {
    for (const { table, keep } of fieldRegister) {
      const rule = keeps[keep];
      if (rule.how === 'delete') expect(rule.table).toBe(table);
    }
    expect(findNotice().map(({ group }) => group)).toContain('contact');
  });
});
