import type { PgBoss } from 'pg-boss';

/** Takes up the work of the queues and the clock. Called in the serving process, or by worker.ts for larger sites. */
export async function takeUpWork(jobs: PgBoss): Promise<void> {
  void jobs;
}
