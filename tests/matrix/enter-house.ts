import { afterAll, beforeAll, inject } from 'vitest';
import { connect, disconnect } from '#foundation/server/database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { closeJobs, openJobs } from '#foundation/server/jobs.ts';
import { readSettings } from '#foundation/settings.ts';

/** Call at the top of a test file: `database()` and the keys are those of the running house, so that commands plant what its doors show. */
export function enterHouse(): void {
  beforeAll(async () => {
    const { database, data } = inject('house');
    connect(database, 6);
    await openJobs(database, false);
    await openFolder(readSettings({ HUIYIN_DATA: data, HUIYIN_RATE_LIMITS: 'off' }));
  }, 60_000);
  afterAll(async () => {
    await closeJobs();
    await disconnect();
  });
}
