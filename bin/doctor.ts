import { constants } from 'node:fs';
import { access, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { backupFiles, findBackups } from '#foundation/backup/index.ts';
import { openBeside } from '#foundation/server/database.ts';
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
  await lookAtBackups(settings);
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
  await lookAtKeys(settings.HUIYIN_KEYS);
}

async function lookAtKeys(folder: string): Promise<void> {
  for (const [name, what] of [
    ['installation.key', 'The installation key'],
    ['personal.key', 'The key of personal data'],
  ] as const) {
    const path = join(folder, name);
    const key = await stat(path).catch(() => null);
    note(
      key !== null,
      `${what} is there. Keep a copy of ${folder} away from this machine, and apart from the back-ups.`,
      `${path} does not exist yet: it is made by the first npm start. If this installation has started before, put back your copy of ${folder} first.`,
    );
    if (key && process.platform !== 'win32')
      note((key.mode & 0o077) === 0, `Only its owner can read ${name}.`, `Others can read ${name}: chmod 600 ${path}`);
  }
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

async function lookAtBackups(settings: Settings): Promise<void> {
  const url = settings.DATABASE_URL ?? (await embeddedUrl(settings.HUIYIN_DATA));
  if (!url) return;
  const db = openBeside(url);
  try {
    const { last, late, failed } = await findBackups(db);
    const size = `${((last?.bytes ?? 0) / 2 ** 20).toFixed(1)} MB`;
    const tried = last?.how === 'restored' ? 'read back and restored for trial' : 'read back';
    note(
      !late,
      `The last verified back-up is of ${last?.at.toISOString()} (${size}, ${last?.voices} voices, ${tried}): ${join(settings.HUIYIN_BACKUPS, last?.fileName ?? '')}`,
      `${last ? `The last verified back-up is of ${last.at.toISOString()}` : 'There is no verified back-up yet'}: run npm run backup.`,
    );
    if (failed) note(false, '', `The latest back-up failed (${failed.why}): run npm run backup to see why.`);
    note(
      settings.HUIYIN_BACKUP === 'on',
      'A back-up is made every night at 02:30.',
      'No back-up is made at night: remove HUIYIN_BACKUP=off, or call npm run backup yourself.',
    );
    const files = await backupFiles(settings.HUIYIN_BACKUPS);
    note(
      !last || files.length > 0,
      `${files.length} back-ups are in ${settings.HUIYIN_BACKUPS}.`,
      `The back-ups are gone from ${settings.HUIYIN_BACKUPS}: put that folder back, or run npm run backup.`,
    );
    if (files.length > 0 && (await stat(settings.HUIYIN_BACKUPS)).dev === (await stat(settings.HUIYIN_DATA)).dev)
      findings.push({ well: true, says: 'They lie on the same disk as the data: copy them to another machine as well.' });
  } catch (error) {
    note(false, '', `The back-ups can't be looked up (${error instanceof Error ? error.message : String(error)}).`);
  } finally {
    await db.destroy();
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
