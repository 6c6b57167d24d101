import { expect, inject, it } from 'vitest';
import { NamingClient } from './named-statements.ts';

it('prepares a repeated statement once, and never a full-text search', async () => {
  const client = new NamingClient({ connectionString: inject('serverUrl') });
  await client.connect();
  const ask = (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => client.query(text, values);
  await ask('select $1::int + 1 as sum', [1]);
  await ask('select $1::int + 1 as sum', [2]);
  await ask("select to_tsvector('simple', 'a') @@ to_tsquery('simple', $1)", ['a']);
  const { rows } = await ask('select statement from pg_prepared_statements');
  expect(rows).toEqual([{ statement: 'select $1::int + 1 as sum' }]);
  await client.end();
});

it('takes a commit for unknown when its wait for the standby was cut off', async () => {
  const client = new NamingClient({ connectionString: inject('serverUrl') });
  await client.connect();
  const ask = (text: string): Promise<unknown> => client.query(text);
  // What PostgreSQL says in that moment; a standby that never answers would need a server of its own.
  const cutOff = ask('select 1');
  client.emit('notice', { severity: 'WARNING', routine: 'SyncRepWaitForLSN' });
  await expect(cutOff).rejects.toMatchObject({ code: '08007' });
  await expect(ask('select 1')).resolves.toBeDefined();
  await client.end();
});
