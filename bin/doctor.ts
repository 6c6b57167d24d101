import { constants } from 'node:fs';
import { access, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readSettings, SettingsError, type Settings } from '#foundation/settings.ts';

// npm run doctor: looks an installation over and says in plain words what is well and what to do about the rest.

type Finding = { well: boolean; says: string };
const findings: Finding[] = [];

try {
  const settings = readSettings();
  findings.push({ well: true, says: 'The settings can be read.' });
  await lookAtNode();
  await lookAtFolder(settings);
  await lookAtServer(settings);
  await lookAtDatabase(settings);
  lookAtOrigin(settings);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  findings.push({ well: false, says: error.message });
}
for (const { well, says } of findings) console.log(`${well ? 'ok  ' : 'DO  '} ${says}`);
process.exit(findings.every((finding) => finding.well) ? 0 : 1);

function note(well: boolean, good: string, bad: string): void {
  findings.push({ well, says: well ? good : bad });
}

async function lookAtNode(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  note(
    major >= 24,
    `Node ${process.versions.node}.`,
    `Node ${process.versions.node}: delete node_modules and run npm start again to get the right one.`,
  );
}

async function lookAtFolder(settings: Settings): Promise<void> {
  const folder = settings.HUIYIN_DATA;
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  note(
    writable,
    `The data folder ${folder} can be written.`,
    `The data folder ${folder} does not exist yet or can't be written: run npm start once, or give this user the right.`,
  );
  if (!writable) return;
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 2 ** 30);
  note(free >= 2, `${free} GB are free.`, `Only ${free} GB are free: make room before the disk is full.`);
  const key = await stat(join(folder, 'keys', 'installation.key')).catch(() => null);
  note(
    key !== null,
    'The installation key is there. Keep a copy of it away from this machine.',
    'There is no installation key yet: it is made by the first npm start.',
  );
  if (key && process.platform !== 'win32')
    note(
      (key.mode & 0o077) === 0,
      'Only its owner can read the key.',
      `Others can read the key: chmod 600 ${join(folder, 'keys', 'installation.key')}`,
    );
}

async function lookAtServer(settings: Settings): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${settings.PORT}/healthz`, { signal: AbortSignal.timeout(3000) }).catch(() => null);
  note(
    answer?.status === 200,
    `Huiyin answers on port ${settings.PORT}.`,
    `Huiyin does not answer on port ${settings.PORT}: start it with npm start.`,
  );
}

async function lookAtDatabase(settings: Settings): Promise<void> {
  const url = settings.DATABASE_URL ?? (await embeddedUrl(settings.HUIYIN_DATA));
  if (!url) return note(false, '', 'The embedded database is not running: start Huiyin first.');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('server_version', 'fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')`,
    );
    const setting = new Map(rows.map((row) => [row.name, row.setting]));
    findings.push({ well: true, says: `PostgreSQL ${setting.get('server_version')} answers.` });
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']) {
      note(setting.get(name) !== 'off', `${name} is on.`, `${name} is off: a crash could lose voices. Turn it on.`);
    }
  } catch (error) {
    note(false, '', `The database does not answer (${error instanceof Error ? error.message : String(error)}).`);
  } finally {
    await client.end().catch(() => {});
  }
}

async function embeddedUrl(folder: string): Promise<string | null> {
  try {
    const password = (await readFile(join(folder, 'postgres.password'), 'utf8')).trim();
    const port = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3];
    return `postgresql://huiyin:${password}@127.0.0.1:${port}/postgres`;
  } catch {
    return null;
  }
}

function lookAtOrigin(settings: Settings): void {
  const https = settings.ORIGIN?.startsWith('https:') === true || settings.HUIYIN_TRUST_PROXY;
  note(
    https,
    'Huiyin is served over https.',
    'Huiyin is served without https: fine for a first look, not for residents. Put a proxy in front and set ORIGIN (docs/settings.md).',
  );
  const sms = settings.HUIYIN_SMS_URL !== undefined;
  note(sms, 'An SMS gateway is set.', 'No SMS gateway is set: messages wait in data/outbox instead of reaching phones (docs/settings.md).');
}
