import { closeInstallation, openInstallation } from '#foundation/server/installation.ts';
import { standLast } from '#foundation/server/stand-last.ts';
import { readSettings } from '#foundation/settings.ts';
import { takeUpWork } from './work.ts';

// The worker as a process of its own (npm run worker), for sites that set HUIYIN_WORKER=apart. Needs DATABASE_URL.

const settings = readSettings();
const { jobs } = await openInstallation(settings, settings.DATABASE_URL ?? '', true);
const layDown = await takeUpWork(jobs);
standLast();
console.log('Huiyin is working through its queues');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(
    signal,
    () =>
      void layDown()
        .then(closeInstallation)
        .then(() => process.exit(0)),
  );
}
