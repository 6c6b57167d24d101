import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

async function accident(code: string): Promise<{ stdout: string; stderr: string; code?: number }> {
  const script = `const { standLast } = await import('#foundation/server/stand-last.ts'); standLast(); ${code}`;
  const root = join(import.meta.dirname, '../../..');
  return run(process.execPath, ['--input-type=module', '-e', script], { cwd: root }).catch((error) => error);
}

it('an accident nobody caught is written down, without what was in it, and the process goes on', async () => {
  const { stdout, stderr } = await accident(`
    setTimeout(() => { throw new Error('call "00013800000"') }, 1);
    Promise.reject(new Error('twice'));
    setTimeout(() => console.log('still here'), 100);`);
  expect(stdout.trim()).toBe('still here');
  expect(stderr.trim().split('\n')).toHaveLength(2);
  expect(stderr).toContain('last resort');
  expect(stderr).not.toContain('00013800000');
});

it('accidents without end are the end of the process', async () => {
  const { code } = await accident(`setInterval(() => { throw new Error('again') }, 1);`);
  expect(code).toBe(70);
});
