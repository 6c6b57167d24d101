import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { connect, disconnect } from '#foundation/server/database.ts';
import { openKeysFolder } from '#foundation/server/keys-folder.ts';
import { migrate } from '#foundation/server/migrate.ts';
import { readSettings } from '#foundation/settings.ts';

// npm run dev: the pages with hot reload on the database of ./data.

const settings = readSettings();
mkdirSync(settings.HUIYIN_DATA, { recursive: true });
const cluster = settings.DATABASE_URL ? null : await startEmbeddedDatabase({ folder: settings.HUIYIN_DATA });
const url = settings.DATABASE_URL ?? cluster?.url ?? '';
await migrate(connect(url, 2), { keys: await openKeysFolder(settings) });
await disconnect();
const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'dev', '--port', String(settings.PORT)], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: url },
});
process.on('SIGINT', () => {});
vite.on('exit', (code) => void (cluster?.stop() ?? Promise.resolve()).then(() => process.exit(code ?? 0)));
