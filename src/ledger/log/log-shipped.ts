import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { databaseTime, type Database } from '#foundation/server/database.ts';

type Shipped = { root: string; version: string };

/**
 * Says in the ledger, once each, which build serves here and which migrations the database has been through: pages that
 * were altered on the way, or a schema changed by hand, can then be told from what everybody else runs.
 */
export async function logShipped(db: Database, { root, version }: Shipped): Promise<void> {
  const build = existsSync(join(root, 'build')) ? hashOfFiles(join(root, 'build')) : null;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  await db.transaction().execute(async (trx) => {
    const act = { trx, now: await databaseTime(trx) };
    for (const { name } of rows) {
      const file = ['sql', 'ts'].map((kind) => join(root, 'db/migrations', `${name}.${kind}`)).find(existsSync);
      const sha256 = file ? createHash('sha256').update(readFileSync(file)).digest('hex') : null;
      await appendToLedger(act, { type: 'schema.migrated', plain: { name, sha256 }, once: `schema.migrated/${name}` });
    }
    if (build) await appendToLedger(act, { type: 'release', plain: { version, build }, once: `release/${version}/${build}` });
  });
}

/**
 * SHA-256 over a list of all files, one `sha256  path` a line as sha256sum writes it, sorted by path. Anybody gets the
 * same with: cd build && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum
 */
export function hashOfFiles(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => `./${path.replaceAll('\\', '/')}`)
    .toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const list = createHash('sha256');
  for (const path of paths)
    list.update(
      `${createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')}  ${path}\n`,
    );
  return list.digest('hex');
}
