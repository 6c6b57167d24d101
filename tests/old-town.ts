import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { inject } from 'vitest';
import { checkBackup, restoreBackup, type About } from '#foundation/backup/index.ts';
import { readBackup } from '#foundation/backup/read-backup.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { readSettings } from '#foundation/settings.ts';
import { cloneDatabase } from './template-database.ts';

// The demo town as release 0.1.0 (schema 0006) left it, restored from a back-up made then and upgraded by today's code.

const file = join(import.meta.dirname, 'fixtures/town-at-0006/town.backup');
const identity = 'AGE-SECRET-KEY-1CKMP3M3WAPK475ZW9H72U2NU99TJ0FYX32H4TSNAS9L8EYX5VWSQP9YRTV'; // no-secret: opens the fictional town only

export type OldTown = { place: { url: string; data: string; keys: string }; client: pg.Client; close: () => Promise<void> };

/** Restores the old town into a database of its own and opens an installation of its own around it. */
export async function openOldTown(): Promise<OldTown> {
  const data = mkdtempSync(join(tmpdir(), 'huiyin-old-town-'));
  const { settings } = await openFolder(readSettings({ HUIYIN_DATA: data }));
  const keys = settings.HUIYIN_KEYS;
  writeFileSync(join(keys, 'backup.key'), identity);
  const database = await cloneDatabase(inject('serverUrl'), 'template0');
  const place = { url: database.url, data, keys };
  await restoreBackup(place, file, await checkBackup(file, identity), () => {});
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    place,
    client,
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}

type OldTables = Map<string, { columns: string[]; rows: (string | null)[][] }>;

/** Every row as release 0.1.0 wrote it, straight from the file: texts as PostgreSQL's COPY writes them. */
export async function readOldTown(): Promise<{ about: About; tables: OldTables }> {
  const about = await checkBackup(file, identity);
  const texts = new Map<string, string>();
  for await (const { name, bytes } of readBackup(file, identity)) {
    const table = /^tables\/(\w+)\//.exec(name)?.[1];
    if (table) texts.set(table, (texts.get(table) ?? '') + gunzipSync(bytes).toString());
  }
  const tables: OldTables = new Map();
  for (const { name, columns } of about.tables) {
    const lines = (texts.get(name) ?? '').split('\n').slice(0, -1);
    tables.set(name, { columns, rows: lines.map((line) => line.split('\t').map(readField)) });
  }
  return { about, tables };
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

function readField(text: string): string | null {
  return text === '\\N' ? null : text.replaceAll(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
}
