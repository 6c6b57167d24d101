import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { database } from '#foundation/server/database.ts';
import { hashOfFiles, logShipped } from './log-shipped.ts';

useDatabase();
const root = join(import.meta.dirname, '../../..');

it('says each build and each migration once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-build-'));
  mkdirSync(join(folder, 'build'));
  writeFileSync(join(folder, 'build/handler.js'), 'export {}');
  await logShipped(database(), { root, version: '0.0.0' });
  await logShipped(database(), { root, version: '0.0.0' });
  await logShipped(database(), { root: folder, version: '0.0.1' });
  const rows = await database().selectFrom('ledger_queue').select('entry').execute();
  const lines: { t: string; p: { name?: string; sha256?: string; version?: string; build?: string } }[] = rows.map(({ entry }) =>
    JSON.parse(entry.toString()),
  );
  const migrations = lines.filter(({ t }) => t === 'schema.migrated').map(({ p }) => p);
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  expect(migrations.find(({ name }) => name === '0010_ledger')?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(lines.filter(({ t, p }) => t === 'release' && p.version === '0.0.1')).toHaveLength(1);
});

it.skipIf(process.platform === 'win32')('hashes a folder as sha256sum would', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-hash-'));
  mkdirSync(join(folder, 'a'));
  for (const [name, text] of [
    ['a/b.js', '1'],
    ['a.js', '2'],
    ['Z', '3'],
  ] as const)
    writeFileSync(join(folder, name), text);
  const said = execFileSync('sh', ['-c', 'find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(hashOfFiles(folder)).toBe(said.slice(0, 64));
});
