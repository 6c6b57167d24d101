import { fromKysely, PgBoss } from 'pg-boss';
import type { Act } from './perform.ts';

// Work for later, enqueued in the transaction that makes it necessary: either both exist or neither.

export type Queue = 'tell-reporter' | 'escalate-overdue' | 'tidy-up';
const queues: Queue[] = ['tell-reporter', 'escalate-overdue', 'tidy-up'];
let boss: PgBoss | null = null;

/** Opens the queues (creating their schema when new). `working`: also polls, retries and runs schedules. */
export async function openJobs(url: string, working: boolean): Promise<PgBoss> {
  const opened = new PgBoss({ connectionString: url, max: 3, application_name: 'huiyin-jobs', supervise: working, schedule: working });
  opened.on('error', (error) => console.error('jobs:', error instanceof Error ? error.message : error));
  await opened.start();
  const known = new Set((await opened.getQueues()).map((queue) => queue.name));
  for (const name of queues) {
    if (!known.has(name)) await opened.createQueue(name, { retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 });
  }
  boss = opened;
  return opened;
}

export async function closeJobs(): Promise<void> {
  const closing = boss;
  boss = null;
  await closing?.stop({ graceful: true, timeout: 5000 });
}

/** Enqueues in the running transaction. */
export async function enqueue({ trx, quiet }: Act, queue: Queue, data: { [key: string]: string | number }): Promise<void> {
  if (quiet) return;
  if (!boss) throw new Error('openJobs() has not been called');
  await boss.send(queue, data, { db: fromKysely(trx) });
}
