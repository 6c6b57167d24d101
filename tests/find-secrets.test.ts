import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomBytes } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'huiyin-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function scan(...files: string[]): Promise<string> {
  return run(process.execPath, ['bin/find-secrets.ts', ...files], { cwd: join(import.meta.dirname, '..') })
    .then(() => '')
    .catch((error: { stderr: string }) => error.stderr);
}

it('S4: nothing secret lies in the tree', async () => {
  expect(await scan()).toBe('');
});

// Put together here, so that this file itself holds none.
const dashes = '-'.repeat(5);
const under = '_'.repeat(1);
const slashes = '/'.repeat(2);
it.each([
  ['a private key', `${dashes}BEGIN PRIVATE KEY${dashes}`],
  ['a private key', `${dashes}BEGIN OPENSSH PRIVATE KEY${dashes}`],
  ['an access token of Huiyin', `curl -H "Bearer huiyin${under}${'a1B2'.repeat(10)}abc"`],
  ['a token of a code host', `token: ghp${under}${'x'.repeat(36)}`],
  ['a key of a cloud', `id = AKIA${'ABCD'.repeat(4)}`],
  ['a database address with a password', `url: postgresql:${slashes}app:s3cr3t-w0rd@db.example.org/huiyin`],
  ['a random value under a telling name', `const password = '${randomBytes(48).toString('base64')}'`],
])('finds %s', async (what, line) => {
  const file = join(folder, 'found.txt');
  writeFileSync(file, `first line\n${line}\n`);
  expect(await scan(file)).toBe(`${file}:2: ${what}\n`);
});

it('leaves words alone', async () => {
  const file = join(folder, 'plain.txt');
  writeFileSync(file, `password: 'seven quiet lanterns in a row'\npostgresql://user:password@host:5432/name\nhuiyin_lost\n`);
  expect(await scan(file)).toBe('');
});
