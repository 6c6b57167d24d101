import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { freePort } from '#foundation/server/free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    house: { url: string; database: string; data: string };
  }
}

/**
 * Starts the built Huiyin, empty, as `npm start` does. The tests fill its database and look into it, too; nobody works in
 * the background, so that whatever is written was written by somebody who knocked.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'huiyin-house-'));
  const port = await freePort();
  const asked = { PORT: String(port), HUIYIN_DATA: data, HUIYIN_DEMO: '0', HUIYIN_WORKER: 'apart', HUIYIN_RATE_LIMITS: 'off' };
  const house = spawn(process.execPath, ['bin/start.ts'], {
    env: { ...process.env, NODE_ENV: 'production', ...asked },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await readiness(house);
  const { url: database } = await startEmbeddedDatabase({ folder: data });
  project.provide('house', { url: `http://localhost:${port}`, database, data });
  return async () => {
    const gone = new Promise((resolve) => house.once('exit', resolve));
    house.kill('SIGINT');
    await gone;
    for (const folder of [data, `${data}.keys`, `${data}.backups`]) rmSync(folder, { recursive: true, force: true });
  };
}

function readiness(house: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Huiyin is ready')) resolve();
      else if (/^error [0-9a-f]{6}:/m.test(chunk.toString())) console.error(chunk.toString());
    };
    house.stdout?.on('data', listen);
    house.stderr?.on('data', listen);
    house.once('exit', () => reject(new Error(`Huiyin did not start:\n${said}`)));
  });
}
