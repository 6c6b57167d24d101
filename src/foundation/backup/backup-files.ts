import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { backupsToDelete, type BackupFile } from './backups-to-delete.ts';
import { BackupProblem } from './backup-problem.ts';

// The back-ups' folder. A file gets its final name only after it was verified, so whatever is called so can be relied on.

const named = /^huiyin-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(-\d+)?\.backup$/;
const hour = 3_600_000;

/** The back-ups of a folder, the newest first; none when there is no folder. */
export async function backupFiles(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.flatMap((name) => {
    const [, year, month, day, hours, minutes, seconds] = named.exec(name) ?? [];
    if (!year) return [];
    const madeAt = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}+08:00`);
    return Number.isNaN(madeAt.getTime()) ? [] : [{ name, madeAt }];
  });
  return files.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || b.name.localeCompare(a.name));
}

/** Makes the folder ready: there, for its owner only, without what a killed back-up left half written. */
export async function openBackupFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (isDraft(name)) await rm(join(folder, name), { force: true });
}

/** A name no file of the folder has yet: `huiyin-<day>-<time in Shanghai>.backup`. */
export async function newFileName(folder: string, at: Date): Promise<string> {
  const wall = new Date(at.getTime() + 8 * hour).toISOString().slice(0, 19);
  const stem = `huiyin-${wall.replaceAll(/[-:]/g, '').replace('T', '-')}`;
  const known = new Set(await readdir(folder));
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.backup`;
    if (!known.has(name)) return name;
  }
}

export function draftOf(name: string): string {
  return `.${name}.part`;
}

function isDraft(name: string): boolean {
  return name.startsWith('.huiyin-') && name.endsWith('.backup.part');
}

/** Throws BackupProblem unless the disk has room for the file and for the database to go on beside it. */
export async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const mega = (value: number) => `${Math.ceil(value / 2 ** 20)} MB`;
  const needed = bytes + 256 * 2 ** 20;
  if (bavail * bsize < needed)
    throw new BackupProblem(
      'no-room',
      `The back-up needs about ${mega(needed)} where ${folder} lies, but ${mega(bavail * bsize)} are free: make room, or set HUIYIN_BACKUPS to another disk.`,
    );
}

/** Deletes what the rotation no longer keeps, and returns the names. */
export async function rotate(folder: string, now: Date): Promise<string[]> {
  const over = backupsToDelete(await backupFiles(folder), now);
  for (const name of over) await rm(join(folder, name), { force: true });
  return over;
}

/** Bytes of a file. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size;
}
