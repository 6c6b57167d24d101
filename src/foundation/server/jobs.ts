import { fromKysely, PgBoss } from 'pg-boss';
import { logUnforeseen } from '#foundation/log-unforeseen.ts';
import type { Act } from './perform.ts';

// Work for later, enqueued in the transaction that makes it necessary: either both exist or neither.

const queues = [
  'tell-reporter',
  'tell-of-change',
  'send-notice',
  'send-digest',
  'make-digests',
  'escalate-overdue',
  'summarise-days',
  'tidy-up',
  'back-up',
  'learn-categories',
  'tell-subscribers',
  'turn-consultations',
  'remind-holders',
  'tend-blog',
  'pass-on-commitments',
] as const;
export type Queue = (typeof queues)[number];
let boss: PgBoss | null = null;

/** Opens the queues of this process (creating their schema when new). `working`: also polls, retries and runs schedules. */
export async function openJobs(url: string, working: boolean): Promise<PgBoss> {
  boss = await openQueues(url, working);
  return boss;
}

/** The queues of any database, such as one that is being restored; whoever opens them stops them. */
export async function openQueues(url: string, working: boolean): Promise<PgBoss> {
  const opened = new PgBoss({ connectionString: url, max: 3, application_name: 'huiyin-jobs', supervise: working, schedule: working });
  opened.on('error', (error) => logUnforeseen('jobs', error));
  await opened.start();
  const known = new Set((await opened.getQueues()).map((queue) => queue.name));
  for (const name of queues) {
    if (!known.has(name)) await opened.createQueue(name, patienceWith(name));
  }
  return opened;
}

/** A back-up of many pictures takes its time, and the clock asks for it again; anything else is tried for a day. */
function patienceWith(queue: Queue): { retryLimit: number; retryDelay: number; retryBackoff: boolean; expireInSeconds: number } {
  if (queue === 'back-up') return { retryLimit: 0, retryDelay: 30, retryBackoff: true, expireInSeconds: 12 * 3600 };
  return { retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 };
}

export async function closeJobs(): Promise<void> {
  const closing = boss;
  boss = null;
  await closing?.stop({ graceful: true, timeout: 5000 });
}

/** Enqueues in the running transaction. `notBefore`: the work waits until then. */
export async function enqueue(
  { trx, quiet }: Act,
  queue: Queue,
  data: { [key: string]: string | number },
  notBefore?: Date,
): Promise<void> {
  if (quiet) return;
  if (!boss) throw new Error('openJobs() has not been called');
  await boss.send(queue, data, { db: fromKysely(trx), ...(notBefore && { startAfter: notBefore }) });
}
