import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// Two doors lead out of the house: outgoing-fetch.ts, which judges every address, and smtp.ts, whose address only the
// operator sets; the others speak with this machine alone. Whatever else could open a connection is not to be found in the sources.

const root = join(import.meta.dirname, '..');
const doors = [
  'src/foundation/gateways/outgoing-fetch.ts',
  'src/foundation/gateways/smtp.ts',
  'src/foundation/server/free-port.ts',
  'src/foundation/server/guard-cluster.ts',
  // These two run in the browser and speak with the house they came from; the content policy lets them reach nothing else.
  'src/routes/staff/c/[community]/visits/field/field-desk.svelte.ts',
  'src/routes/staff/c/[community]/visits/field/send-record.ts',
];
/** The client side of node's own modules, and packages that call others. */
const waysOut =
  /\bfetch\((?!request|event)|from '(node:(https?|http2|tls|dgram)|undici|axios|nodemailer)'|\b(connect|createConnection)\b[^;]*from 'node:net'/u;
const unsafe = /\beval\(|new Function\(|from 'node:(child_process|vm)'/u;

const sources = globSync('src/**/*.{ts,svelte}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('src/words/'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8').replaceAll(/^import type .*$/gmu, '') }));

test('S8: no file but the doors can call another machine', () => {
  const found = sources.filter(({ file, text }) => !doors.includes(file) && waysOut.test(text)).map(({ file }) => file);
  expect(found).toEqual([]);
});

test('S13: nothing is run that was text before; programs are started for the database, back-ups, papers and learning only', () => {
  const found = sources.filter(({ text }) => unsafe.test(text)).map(({ file }) => file);
  expect(found.filter((file) => !/^src\/(foundation\/(server|backup|papers)\/|listen\/categories\/learn-apart\.ts$)/u.test(file))).toEqual(
    [],
  );
  for (const { file, text } of sources) expect(/\bexec(Sync)?\(\s*[`'"]|shell: true/u.test(text), file).toBe(false);
});

test('S7: markup is put in as it is only where we draw a picture ourselves', () => {
  const found = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\{@html ([^}]+)\}|\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/gu)].map(
      (one) => `${file}: ${one[1] ?? one[2]}`,
    ),
  );
  expect(found.filter((one) => !/: ([\w.]+\.)?(svg|qr|picture)$/u.test(one))).toEqual([]);
});

test('S13: no SQL is put together from pieces of text', () => {
  const found = sources.filter(({ text }) => /sql\.raw\(|\.query\(\s*`[^`]*\$\{/u.test(text)).map(({ file }) => file);
  // Migrations are our own files, run as they are; back-ups name the tables the catalogue lists.
  expect(found.filter((file) => !/^src\/foundation\/(server\/migrate\.ts|backup\/[\w-]+\.ts)$/u.test(file))).toEqual([]);
});
