import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from './ask.ts';

// A Huiyin of its own to be mistreated: the real start, fresh folders, durable settings; it can be killed like any program.

export type Installation = {
  root: string;
  data: string;
  origin: string;
  env: Record<string, string>;
  /** Modules loaded before Huiyin itself. */
  preload: string[];
  /** Milliseconds until it answers. Throws with what it said when it ends before. */
  start(): Promise<number>;
  /** Starts it without waiting; resolves when the process has ended, however. */
  run(): { pid: number; ended: Promise<number | null> };
  kill(): Promise<void>;
  stop(): Promise<void>;
  said(): string;
  pid(): number;
  running(): boolean;
  databasePid(): number | null;
  databaseUrl(): string;
  /** SIGKILL to the postmaster and every process it started. */
  killDatabase(): void;
  remove(): Promise<void>;
};

/** `data`: where its data folder shall be, when not among the temporary files. */
export async function makeInstallation(env: Record<string, string> = {}, data?: string): Promise<Installation> {
  const root = mkdtempSync(join(tmpdir(), 'huiyin-torture-'));
  const folder = data ?? join(root, 'data');
  const port = await freePort();
  let child: ChildProcess | null = null;
  let said = '';
  const self: Installation = {
    root,
    data: folder,
    origin: `http://127.0.0.1:${port}`,
    env: { HUIYIN_DATA: folder, HUIYIN_KEYS: join(root, 'keys'), HUIYIN_BACKUPS: join(root, 'backups'), ...env },
    preload: [],
    run: () => {
      const imports = self.preload.flatMap((module) => ['--import', module]);
      const args = ['--max-semi-space-size=4', '--max-old-space-size=512', ...imports, 'bin/start.ts'];
      const own = { NODE_ENV: 'production', PORT: String(port), HUIYIN_RATE_LIMITS: 'off', HUIYIN_BACKUP: 'off', ...self.env };
      const started = spawn(process.execPath, args, { env: { ...process.env, ...own }, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      said = '';
      for (const stream of [started.stdout, started.stderr]) {
        stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-100_000)));
      }
      return { pid: started.pid ?? 0, ended: new Promise((resolve) => started.once('exit', resolve)) };
    },
    start: async () => {
      const began = performance.now();
      self.run();
      while (!(said.includes('Huiyin is ready') && (await ask(self.origin, healthz, 2000))?.status === 200)) {
        if (!self.running()) throw new Error(`Huiyin did not start:\n${said}`);
        await pause(20);
      }
      return performance.now() - began;
    },
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGINT'),
    said: () => said,
    pid: () => child?.pid ?? 0,
    running: () => child !== null && child.exitCode === null && child.signalCode === null,
    databasePid: () => {
      const file = join(folder, 'postgres', 'postmaster.pid');
      return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
    },
    databaseUrl: () => {
      const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
      const databasePort = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
      return `postgresql://huiyin:${password}@127.0.0.1:${databasePort}/postgres`;
    },
    killDatabase: () => {
      const postmaster = self.databasePid();
      if (!postmaster) return;
      for (const pid of [postmaster, ...childrenOf(postmaster)]) killOne(pid);
    },
    remove: async () => {
      if (self.running()) await self.stop();
      const postmaster = self.databasePid();
      if (postmaster) process.kill(postmaster, 'SIGQUIT');
      for (let tries = 0; tries < 100 && self.databasePid(); tries++) await pause(50);
      rmSync(root, { recursive: true, force: true });
    },
  };
  mkdirSync(folder, { recursive: true });
  return self;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const healthz = { method: 'GET', path: '/healthz', headers: {}, body: '' };

/** Waits until `question` is answered with yes; returns the milliseconds, or null after `patience`. */
export async function until(question: () => Promise<boolean> | boolean, patience: number): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < patience) {
    if (await question()) return performance.now() - began;
    await pause(25);
  }
  return null;
}

/** Whether pages are served and the database answers. */
export async function isWell(origin: string): Promise<boolean> {
  return (await ask(origin, healthz, 2000))?.status === 200;
}

async function end(child: ChildProcess | null, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

function childrenOf(pid: number): number[] {
  try {
    return execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
      .toString()
      .split('\n')
      .map(Number)
      .filter((one) => one > 0);
  } catch {
    return [];
  }
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
