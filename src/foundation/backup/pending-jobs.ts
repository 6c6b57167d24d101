import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';

// Work that was waiting when the back-up was made, such as letters to be sent. What the clock starts is started again by the clock.

const job = z.object({
  id: z.string(),
  queue: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  priority: z.number(),
  startAfter: z.string(),
});
type PendingJob = z.infer<typeof job>;

/** The jobs not done yet, of queues without a time-table; none when the queues were never opened. */
export async function pendingJobs(client: pg.ClientBase): Promise<PendingJob[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('pgboss.job') is not null and to_regclass('pgboss.schedule') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  const pending = await client.query<PendingJob>(
    `select id::text, name as queue, data, priority, start_after::text as "startAfter" from pgboss.job
    where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss\\_\\_%' and name not in (select name from pgboss.schedule)
    order by created_on, id`,
  );
  return pending.rows;
}

/** The jobs as lines of JSON. */
export function jobLines(jobs: PendingJob[]): string {
  return jobs.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** Puts the jobs back into their queues, in the transaction `client` is in; one that is there already stays as it is. */
export async function putJobsBack(jobs: PgBoss, client: pg.ClientBase, lines: string): Promise<void> {
  const known = new Set((await jobs.getQueues()).map(({ name }) => name));
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  for (const line of lines.split('\n').filter(Boolean)) {
    const { id, queue, data, priority, startAfter } = job.parse(JSON.parse(line));
    // A queue that this version no longer has is work nobody would do.
    if (known.has(queue)) await jobs.insert(queue, [{ id, priority, startAfter: new Date(startAfter), ...(data && { data }) }], { db });
  }
}
