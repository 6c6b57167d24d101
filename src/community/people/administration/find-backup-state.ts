import { findBackups, type Backups } from '#foundation/backup/index.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Viewer } from '../viewer.ts';
import { runsTheHouse } from './ask-for-backup.ts';

/** `folder`: on the machine. `nightly`: whether the clock asks for them. */
export type BackupState = Backups & { folder: string; nightly: boolean };

/** How the back-ups stand, for whoever runs the installation; null for everybody else. */
export async function findBackupState(viewer: Viewer): Promise<BackupState | null> {
  if (!runsTheHouse(viewer)) return null;
  const { settings } = installation();
  return { ...(await findBackups(database())), folder: settings.HUIYIN_BACKUPS, nightly: settings.HUIYIN_BACKUP === 'on' };
}
