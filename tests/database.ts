import { afterAll, beforeAll, inject } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, disconnect } from '#foundation/server/database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { closeJobs, openJobs } from '#foundation/server/jobs.ts';
import { readSettings } from '#foundation/settings.ts';
import { cloneDatabase } from './template-database.ts';

/** Call at the top of a test file: connects `database()` to a fresh clone of the migrated template. */
export function useDatabase(): { url(): string } {
  let clone: Awaited<ReturnType<typeof cloneDatabase>> | undefined;
  let folder = '';
  beforeAll(async () => {
    clone = await cloneDatabase(inject('serverUrl'), inject('template'));
    connect(clone.url, 8);
    await openJobs(clone.url, false);
    folder = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
    await openFolder(readSettings({ HUIYIN_DATA: folder }));
  }, 60_000);
  afterAll(async () => {
    await closeJobs();
    await disconnect();
    await clone?.drop();
    for (const made of [folder, `${folder}.keys`, `${folder}.backups`]) if (folder) rmSync(made, { recursive: true, force: true });
  });
  return { url: () => clone?.url ?? '' };
}
