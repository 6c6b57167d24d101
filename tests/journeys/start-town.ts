import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '#foundation/server/free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    town: string;
  }
}

/** Starts Huiyin with the demo town exactly as `HUIYIN_DEMO=1 npm start` does, in a data folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'huiyin-town-'));
  const port = await freePort();
  const town = spawn(process.execPath, ['bin/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HUIYIN_DATA: data,
      HUIYIN_DEMO: '1',
      HUIYIN_RATE_LIMITS: 'off',
      HUIYIN_BACKUP: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await readiness(town);
  project.provide('town', `http://localhost:${port}`);
  return async () => {
    const gone = new Promise((resolve) => town.once('exit', resolve));
    town.kill('SIGINT');
    await gone;
    rmSync(data, { recursive: true, force: true });
  };
}

function readiness(town: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Huiyin is ready')) resolve();
    };
    town.stdout?.on('data', listen);
    town.stderr?.on('data', listen);
    town.once('exit', () => reject(new Error(`Huiyin did not start:\n${said}`)));
  });
}
