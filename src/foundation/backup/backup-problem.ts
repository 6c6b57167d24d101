import { SettingsError } from '#foundation/settings.ts';

/** Why a back-up or a restore did not come about, as kept in `backups.failure` and said on the administrator's page. */
export const backupFailures = [
  'no-room',
  'not-writable',
  'damaged',
  'not-the-same',
  'under-way',
  'stopped',
  'database',
  'refused',
] as const;
export type BackupFailure = (typeof backupFailures)[number];

/** One sentence for the operator that says what to do, and its code. */
export class BackupProblem extends SettingsError {
  readonly code: BackupFailure;

  constructor(code: BackupFailure, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** What a disk or a database said, as a problem with a code. */
export function asProblem(error: unknown, folder: string): BackupProblem {
  if (error instanceof BackupProblem) return error;
  const said = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // 53100: the database's own disk is full [PostgreSQL, appendix A].
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code))
    return new BackupProblem('no-room', `The disk is full: make room where ${folder} lies, or set HUIYIN_BACKUPS to another disk.`);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EIO'].includes(code))
    return new BackupProblem(
      'not-writable',
      `The back-ups' folder ${folder} can't be used (${code}): see that it exists and may be written.`,
    );
  return new BackupProblem('database', `The back-up could not be made (${said}).`);
}
