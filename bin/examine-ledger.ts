import { sql } from 'kysely';
import { checkLedger } from '#ledger/index.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { connect, databaseTime, disconnect, type Database } from '#foundation/server/database.ts';
import { migrationNames } from '#foundation/server/migrate.ts';
import { BackupProblem, rowsIn, type MadeBackup } from '#foundation/backup/index.ts';
import { basename } from 'node:path';

/** The whole ledger of a restored trial, from the bytes of its lines to every root signed. Throws BackupProblem where it breaks. */
export async function examineLedger(url: string): Promise<void> {
  await withDatabase(url, async (db) => {
    if (!(await isCurrent(db))) return;
    await checkLedger().catch((error: unknown) => {
      throw new BackupProblem(
        'not-the-same',
        `The ledger in the back-up does not hold: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  });
}

/** Says in the ledger that a back-up was made and verified, so that nobody can later claim another. */
export async function logBackup(url: string, { path, sha256, about }: MadeBackup): Promise<void> {
  await withDatabase(url, async (db) => {
    if (!(await isCurrent(db))) return;
    const plain = { file: basename(path), sha256, voices: rowsIn(about, 'voices'), lines: about.ledger?.size ?? 0 };
    await db
      .transaction()
      .execute(async (trx) => appendToLedger({ trx, now: await databaseTime(trx) }, { type: 'backup.verified', plain }));
  });
}

/** A back-up is also made before an upgrade, when the database doesn't know yet what this version knows. */
async function isCurrent(db: Database): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.length === migrationNames().length;
}

async function withDatabase(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = connect(url, 2);
  try {
    await work(db);
  } finally {
    await disconnect();
  }
}
