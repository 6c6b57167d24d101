import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { syncFolder } from '#foundation/secrets/key-file.ts';
import type { About } from './about.ts';
import { assertRoom, draftOf, newFileName, openBackupFolder, rotate, sizeOf } from './backup-files.ts';
import { openBackupKey } from './backup-key.ts';
import { asProblem, BackupProblem } from './backup-problem.ts';
import { beginRecord, claimBackup, type BackupRecord } from './backup-record.ts';
import { pictureNames } from './picture-files.ts';
import type { Place, Progress } from './place.ts';
import { checkBackup } from './read-backup.ts';
import { openSnapshot, snapshotParts } from './snapshot.ts';
import { dropLeftovers, mayTry, tryBackup } from './try-backup.ts';
import { writeBackup } from './write-backup.ts';

export type Options = {
  version: string;
  progress?: Progress;
  signal?: AbortSignal;
  /** what else must hold in the restored trial, such as the ledger; throws when it doesn't */
  examine?: (url: string) => Promise<void>;
};
export type MadeBackup = { path: string; bytes: number; how: 'restored' | 'read'; sha256: string; about: About; deleted: string[] };

/**
 * Makes a back-up while the service runs: a copy of one moment, closed with backup.key, read back from the disk and, where
 * this database user may make databases, restored for trial. Only then it gets its name, and older ones may go. Recorded
 * in `backups` either way. Throws BackupProblem and leaves nothing half done.
 */
export async function makeBackup(place: Place, options: Options): Promise<MadeBackup> {
  const keeper = await connected(place.url);
  try {
    if (!(await claimBackup(keeper))) throw new BackupProblem('under-way', 'Another back-up is being made: wait until it is done.');
    const record = await beginRecord(keeper);
    const telling = teller(record, options.progress);
    try {
      const made = await make(place, { ...options, progress: telling.progress }, keeper);
      await telling.quiet();
      await record.verified({ ...made, fileName: made.name });
      return { ...made, path: join(place.backups, made.name), deleted: await rotate(place.backups, new Date(made.about.madeAt)) };
    } catch (error) {
      const problem = options.signal?.aborted
        ? new BackupProblem('stopped', 'The back-up was stopped; nothing is left of it.')
        : asProblem(error, place.backups);
      await telling.quiet();
      await record.failed(problem.code).catch(() => {});
      throw problem;
    }
  } finally {
    await keeper.end().catch(() => {});
  }
}

type Made = { name: string; bytes: number; how: 'restored' | 'read'; sha256: string; about: About };

async function make(place: Place, options: Options & { progress: Progress }, keeper: pg.Client): Promise<Made> {
  const key = await openBackupKey(place.keys);
  await openBackupFolder(place.backups);
  await dropLeftovers(keeper);
  await assertRoom(place.backups, await estimate(place, keeper));
  const client = await connected(place.url);
  let draft: string | null = null;
  try {
    const about = await openSnapshot(client, place.keys, options.version);
    const name = await newFileName(place.backups, new Date(about.madeAt));
    draft = join(place.backups, draftOf(name));
    const parts = snapshotParts(client, about, place, options.progress);
    const sha256 = await writeBackup(draft, parts, { recipient: key.recipient, at: new Date(about.madeAt), signal: options.signal });
    await client.query('commit');
    const how = await verify(place, draft, about, { ...options, identity: key.identity });
    await rename(draft, join(place.backups, name));
    await syncFolder(place.backups);
    return { name, bytes: await sizeOf(join(place.backups, name)), how, sha256, about };
  } catch (error) {
    if (draft) await rm(draft, { force: true }).catch(() => {});
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

type Verifying = Options & { progress: Progress; identity: string };

async function verify(place: Place, path: string, about: About, options: Verifying): Promise<'restored' | 'read'> {
  const { identity, progress, signal, examine } = options;
  const read = await checkBackup(path, identity, { progress, signal });
  if (JSON.stringify(read) !== JSON.stringify(about))
    throw new BackupProblem('not-the-same', 'The back-up reads differently from what was written: try again.');
  const client = await connected(place.url);
  const may = await mayTry(client);
  await client.end();
  if (!may) return 'read';
  await tryBackup({ url: place.url, path, identity, about, progress, signal, examine });
  return 'restored';
}

/** Roughly what the file will need: texts shrink to a third, pictures don't. */
async function estimate(place: Place, client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>('select (pg_database_size(current_database()) / 3)::float8 as bytes');
  const pictures = await Promise.all((await pictureNames(place.data)).map((name) => sizeOf(join(place.data, name)).catch(() => 0)));
  return (rows[0]?.bytes ?? 0) + pictures.reduce((sum, bytes) => sum + bytes, 0);
}

/** Passes progress on and writes it into the record at most once a second, never two writes at a time. */
function teller(record: BackupRecord, progress?: Progress): { progress: Progress; quiet: () => Promise<void> } {
  let last = 0;
  let writing = Promise.resolve();
  return {
    progress: (stage, done, of) => {
      progress?.(stage, done, of);
      if (Date.now() - last < 1000) return;
      last = Date.now();
      writing = writing.then(() => record.progress(stage, of === 0 ? 0 : Math.min(100, Math.floor((100 * done) / of)))).catch(() => {});
    },
    quiet: () => writing,
  };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'huiyin-backup' });
  await client.connect();
  // A connection that breaks is told to whoever waits on it; without a listener it would end the process.
  client.on('error', () => {});
  return client;
}
