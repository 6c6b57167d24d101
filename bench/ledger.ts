import pg from 'pg';
import type { Line } from './measure.ts';
import type { Town } from './town.ts';

const lines = 40_000;

/** Lines that get their place and are covered by a signed checkpoint, while a checkpoint is signed every second. */
export async function measureLedger(town: Town): Promise<Line[]> {
  const client = new pg.Client({ connectionString: town.databaseUrl() });
  await client.connect();
  await covered(client, await queued(client));
  const before = await signed(client);
  await client.query(
    `insert into ledger_queue (id, entry) select gen_random_uuid(), convert_to(
      '{"v":1,"t":"voice.received","c":"1","n":"2026-' || lpad(n::text, 6, '0') || '","d":"2026-11-23","h":"' || encode(sha256(n::text::bytea), 'base64') || '"}', 'UTF8')
    from generate_series(1, $1::int) n`,
    [lines],
  );
  const began = performance.now();
  await covered(client, before.size + lines);
  const seconds = (performance.now() - began) / 1000;
  const after = await signed(client);
  await client.end();
  const rate = lines / seconds;
  // One a second means: not one at the end alone.
  const met = rate >= 2000 && after.count - before.count >= Math.floor(seconds);
  return [
    {
      what: `ledger: lines placed and signed, ${lines.toLocaleString('en')} waiting at once, a checkpoint a second, in the serving process`,
      measured: `${Math.round(rate)}/s, ${after.count - before.count} checkpoints in ${seconds.toFixed(1)} s`,
      bar: '≥ 2,000/s',
      met,
    },
  ];
}

/** How long the log is when everything that waits now has its place. */
async function queued(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ size: string }>(`select (select count(*) from ledger_queue)
    + (select size from ledger_heads h join ledger_logs l on l.id = h.log_id where l.closed_at is null) as size`);
  return Number(rows[0]?.size);
}

async function signed(client: pg.Client): Promise<{ size: number; count: number }> {
  const { rows } = await client.query<{ size: string; count: string }>(`select max(size) as size, count(*) as count from ledger_checkpoints
    where log_id = (select id from ledger_logs where closed_at is null)`);
  return { size: Number(rows[0]?.size), count: Number(rows[0]?.count) };
}

async function covered(client: pg.Client, size: number): Promise<void> {
  while ((await signed(client)).size < size) await new Promise((resolve) => setTimeout(resolve, 20));
}
