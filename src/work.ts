import type { PgBoss } from 'pg-boss';
import { runBackup } from '#foundation/backup/index.ts';
import { installation } from '#foundation/server/installation.ts';
import { makeDigests, sendDigest, sendNotice } from '#community/notices/index.ts';
import { keepNoLonger, replayErasures, tellOfChange } from '#community/people/index.ts';
import { runWitnessedLedger, witnessHouse } from '#ledger/witness/index.ts';
import { remindHolders } from '#listen/contacts/index.ts';
import { tendBlog } from '#listen/blog/index.ts';
import { tellSubscribers } from '#listen/feeds/index.ts';
import { learnCategories } from '#listen/categories/index.ts';
import { turnConsultations } from '#listen/consultations/index.ts';
import { escalateOverdue, summariseDays, tellReporter, tidyHiddenPhotos } from '#listen/voices/index.ts';
import { passOnCommitments } from '#act/commitments/index.ts';

// What the queues and the clock do. Times are Shanghai's.

const zone = { tz: 'Asia/Shanghai' };

/**
 * Takes up the work of the queues and the clock, and the ledger's. Called in the serving process, or by worker.ts for
 * larger sites. Returns how to lay down what the queues don't know of, before the database is closed.
 */
export async function takeUpWork(jobs: PgBoss): Promise<() => Promise<void>> {
  await jobs.work('tell-reporter', { batchSize: 20, pollingIntervalSeconds: 2 }, async (batch) => {
    for (const job of batch) await tellReporter(job.data);
  });
  await jobs.work('send-notice', { batchSize: 20, pollingIntervalSeconds: 2 }, async (batch) => {
    for (const job of batch) await sendNotice(job.data);
  });
  await jobs.work('send-digest', { batchSize: 20, pollingIntervalSeconds: 10 }, async (batch) => {
    for (const job of batch) await sendDigest(job.data);
  });
  await jobs.work('make-digests', async () => void (await makeDigests()));
  await jobs.work('tell-of-change', async (batch) => {
    for (const job of batch) await tellOfChange(job.data);
  });
  await jobs.work('escalate-overdue', async () => void (await escalateOverdue()));
  await jobs.work<{ asked?: string }>('back-up', async (batch) => {
    for (const job of batch) await runBackup(installation().settings, { asked: job.data?.asked !== undefined });
  });
  await jobs.work('summarise-days', async () => void (await summariseDays()));
  await jobs.work('tell-subscribers', async (batch) => {
    for (const job of batch) await tellSubscribers(job.data);
  });
  await jobs.work('learn-categories', async () => void (await learnCategories()));
  await jobs.work('turn-consultations', async () => void (await turnConsultations()));
  await jobs.work('tend-blog', async () => void (await tendBlog()));
  await jobs.work('pass-on-commitments', async (batch) => {
    for (const job of batch) await passOnCommitments(job.data);
  });
  await jobs.work('tidy-up', async () => {
    await keepNoLonger();
    await replayErasures();
    await tidyHiddenPhotos();
  });
  await jobs.work('remind-holders', async () => void (await remindHolders()));
  // At nine in the first days of a month; whoever was told once this month isn't told again.
  await jobs.schedule('remind-holders', '0 9 1-3 * *', {}, zone);
  // Every hour, so that a machine that slept through the morning still sends up what is due.
  await jobs.schedule('escalate-overdue', '10 * * * *', {}, zone);
  // Every hour: quiet hours end at different times, and what a sleeping machine missed is made up for.
  await jobs.schedule('make-digests', '20 * * * *', {}, zone);
  // At 02:30; at every other half hour only a back-up that was missed or failed is made up for.
  await jobs.schedule('back-up', '30 * * * *', {}, zone);
  // Every five minutes: a post appears at its hour.
  await jobs.schedule('tend-blog', '*/5 * * * *', {}, zone);
  // At 00:15: roles and terms that ended by the calendar.
  await jobs.schedule('pass-on-commitments', '15 0 * * *', {}, zone);
  await jobs.schedule('tidy-up', '40 3 * * *', {}, zone);
  // At 04:20, and until noon what was missed at night; it rests for the remainder of the day.
  await jobs.schedule('learn-categories', '20 4-12 * * *', {}, zone);
  // At 00:05 for the day that has ended; later only for what was missed.
  await jobs.schedule('summarise-days', '5 * * * *', {}, zone);
  // Just after midnight, when days begin and end; later only for what was missed.
  await jobs.schedule('turn-consultations', '2 * * * *', {}, zone);
  const { HUIYIN_KEYS, ORIGIN } = installation().settings;
  const ledger = runWitnessedLedger({ keysFolder: HUIYIN_KEYS, publicAddress: ORIGIN }, witnessHouse());
  return () => ledger.stop();
}
