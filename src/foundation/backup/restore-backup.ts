import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import pg from 'pg';
import { openKeysFolder } from '#foundation/server/keys-folder.ts';
import { migrate } from '#foundation/server/migrate.ts';
import { openBeside } from '#foundation/server/database.ts';
import { openQueues } from '#foundation/server/jobs.ts';
import { readKeyFile } from '#foundation/secrets/key-file.ts';
import type { About } from './about.ts';
import { backupFiles } from './backup-files.ts';
import { openBackupKey } from './backup-key.ts';
import { BackupProblem } from './backup-problem.ts';
import { clearEmptyDatabase } from './clear-empty-database.ts';
import { assertKeysFit } from './key-prints.ts';
import { loadBackup } from './load-backup.ts';
import { putJobsBack } from './pending-jobs.ts';
import { isPicture, putPictureBack } from './picture-files.ts';
import type { Place, Progress } from './place.ts';
import { prepareSchema } from './prepare-schema.ts';
import { checkBackup, readAbout, readBackup } from './read-backup.ts';

const unpack = promisify(gunzip);

/**
 * What must hold before anything is begun: the keys are there and fit, and no newer back-up lies beside the file unless
 * this very one is wanted. Throws BackupProblem.
 */
export async function openForRestore(keys: string, path: string, { thisOne }: { thisOne: boolean }): Promise<About> {
  if ((await readKeyFile(join(keys, 'backup.key'))) === null)
    throw new BackupProblem(
      'refused',
      `${join(keys, 'backup.key')} is missing: first bring back the keys folder, which is kept apart from the back-ups (HUIYIN_KEYS).`,
    );
  const about = await readAbout(path, (await openBackupKey(keys)).identity);
  await assertKeysFit(keys, about.keys);
  const files = await backupFiles(dirname(resolve(path)));
  const mine = files.find(({ name }) => name === basename(path));
  const newer = files.find(({ madeAt }) => mine && madeAt > mine.madeAt);
  if (newer && !thisOne)
    throw new BackupProblem(
      'refused',
      `There is a newer back-up, ${newer.name}: restore that one, or add --this-one if you must have this.`,
    );
  return about;
}

/**
 * Restores into a database where nobody lives yet and into the data folder beside it. The whole file is checked first; the
 * tables, the pictures and the waiting work then come back as one. Afterwards the schema is brought up to date.
 */
export async function restoreBackup(place: Omit<Place, 'backups'>, path: string, about: About, progress: Progress): Promise<void> {
  const client = new pg.Client({ connectionString: place.url, application_name: 'huiyin-restore' });
  await client.connect();
  client.on('error', () => {});
  try {
    await clearEmptyDatabase(client);
    const { identity } = await openBackupKey(place.keys);
    await checkBackup(path, identity, { progress });
    await prepareSchema(place.url, about);
    const jobs = await openQueues(place.url, false);
    try {
      await loadBackup(client, about, readBackup(path, identity, { progress, stage: 'copying' }), async (part) => {
        if (isPicture(part.name)) await putPictureBack(place.data, part);
        if (part.name === 'jobs.jsonl.gz') await putJobsBack(jobs, client, (await unpack(part.bytes)).toString());
      });
    } finally {
      await jobs.stop({ graceful: false });
    }
    await bringUpToDate(place);
  } finally {
    await client.end().catch(() => {});
  }
}

async function bringUpToDate({ url, data, keys }: Omit<Place, 'backups'>): Promise<void> {
  const db = openBeside(url);
  try {
    await migrate(db, { keys: await openKeysFolder({ HUIYIN_DATA: data, HUIYIN_KEYS: keys }) });
  } finally {
    await db.destroy();
  }
}
