import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#foundation/server/free-port.ts';

// A Huiyin of its own for the measurements: the real start, a fresh data folder, durable settings.

export type Town = { origin: string; databaseUrl(): string; pid: number; start(): Promise<number>; stop(): Promise<void>; remove(): void };

/** `start` answers with the milliseconds until "Huiyin is ready". */
export async function makeTown(env: Record<string, string> = {}): Promise<Town> {
  const data = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const town: Town = {
    origin: `http://localhost:${port}`,
    pid: 0,
    databaseUrl: () => {
      const password = readFileSync(join(data, 'postgres.password'), 'utf8').trim();
      const databasePort = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
      return `postgresql://huiyin:${password}@127.0.0.1:${databasePort}/postgres`;
    },
    start: async () => {
      const began = performance.now();
      child = spawn(process.execPath, ['--max-semi-space-size=4', '--max-old-space-size=512', 'bin/start.ts'], {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          PORT: String(port),
          HUIYIN_DATA: data,
          HUIYIN_RATE_LIMITS: 'off',
          HUIYIN_BACKUP: 'off',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      town.pid = child.pid ?? 0;
      await ready(child);
      return performance.now() - began;
    },
    stop: async () => {
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGINT');
      await gone;
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  };
  return town;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Huiyin is ready')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(said)));
  });
}
