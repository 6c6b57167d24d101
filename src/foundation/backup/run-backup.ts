import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '#foundation/settings.ts';
import { database } from '#foundation/server/database.ts';
import { backupDue } from './backup-due.ts';
import { findBackups } from './find-backups.ts';

/**
 * Makes the nightly back-up when it is due, or at once when somebody has `asked`. In a process of its own, so that
 * answering residents never waits for it; that process writes down how it went, also when it fails.
 */
export async function runBackup(settings: Settings, { asked }: { asked: boolean }): Promise<void> {
  if (!asked) {
    const { last, now } = await findBackups(database());
    if (settings.HUIYIN_BACKUP === 'off' || !backupDue(now, last?.at ?? null)) return;
  }
  await inOwnProcess(join(rootFolder(), 'bin', 'backup.ts'));
}

function inOwnProcess(program: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'], env: process.env });
    child.on('error', (error) => {
      console.error(`· The back-up could not be started: ${error.message}`);
      resolve();
    });
    child.on('exit', () => resolve());
  });
}

/** The built pages lie elsewhere than the source; both lie below the folder with `bin`. */
function rootFolder(): string {
  let at = import.meta.dirname;
  while (!existsSync(join(at, 'bin', 'backup.ts')) && at !== dirname(at)) at = dirname(at);
  return at;
}
