import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';

/**
 * The files in which the server keeps this test's database, after a checkpoint; with `wal` also its log of changes, as
 * far as written since `since` (ms). Null when the server stands on another machine or belongs to another user.
 */
export async function serverFiles({ since = 0, wal = false } = {}): Promise<string[] | null> {
  await sql`checkpoint`.execute(database());
  const { rows } = await sql<{ folder: string; oid: number }>`select current_setting('data_directory') as folder,
    (select oid::int from pg_database where datname = current_database()) as oid`.execute(database());
  const [server] = rows;
  if (!server) return null;
  try {
    readdirSync(join(server.folder, 'base'));
  } catch {
    return null;
  }
  return [join(server.folder, 'base', String(server.oid)), ...(wal ? [join(server.folder, 'pg_wal')] : [])].flatMap((folder) =>
    filesSince(folder, since),
  );
}

/** Which of these files hold one of the texts. Files that went away meanwhile hold nothing. */
export function filesHolding(files: string[], texts: string[]): string[] {
  return files.filter((file) => {
    if (!statSync(file, { throwIfNoEntry: false })) return false;
    const bytes = readFileSync(file);
    return texts.some((text) => bytes.includes(text));
  });
}

function filesSince(folder: string, since: number): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => {
      const state = statSync(file, { throwIfNoEntry: false });
      return state?.isFile() === true && state.mtimeMs >= since;
    });
}
