import type { PgBoss } from 'pg-boss';
import { tidyUp } from '#foundation/server/tidy-up.ts';
import { escalateOverdue, tellReporter } from '#listen/voices/index.ts';

// What the queues and the clock do. Times are Shanghai's.

const zone = { tz: 'Asia/Shanghai' };

/** Takes up the work of the queues and the clock. Called in the serving process, or by worker.ts for larger sites. */
export async function takeUpWork(jobs: PgBoss): Promise<void> {
  await jobs.work('tell-reporter', { batchSize: 20, pollingIntervalSeconds: 2 }, async (batch) => {
    for (const job of batch) await tellReporter(job.data);
  });
  await jobs.work('escalate-overdue', async () => void (await escalateOverdue()));
  await jobs.work('tidy-up', async () => tidyUp());
  // Every hour, so that a machine that slept through the morning still sends up what is due.
  await jobs.schedule('escalate-overdue', '10 * * * *', {}, zone);
  await jobs.schedule('tidy-up', '40 3 * * *', {}, zone);
}
