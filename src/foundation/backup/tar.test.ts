import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf, tarOf, type Part } from './tar.ts';

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

const archive = (parts: Part[]) => Array.fromAsync(tarOf(each(parts), new Date(0)));

test('whatever the chunks, the same parts come out', async () => {
  const part = fc.record({
    name: fc.stringMatching(/^[a-z]{1,60}$/),
    bytes: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.integer({ min: 1, max: 1500 }), async (parts, size) => {
      const whole = Buffer.concat(await archive(parts));
      const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) => whole.subarray(at * size, (at + 1) * size));
      expect(await Array.fromAsync(partsOf(each(chunks)))).toEqual(parts);
    }),
    { numRuns: 50 },
  );
});

test('cut off anywhere before its end, it is refused', async () => {
  const whole = Buffer.concat(await archive([{ name: 'a', bytes: Buffer.alloc(700, 1) }]));
  for (const end of [0, 1, 511, 512, 1000, 1600]) {
    await expect(Array.fromAsync(partsOf(each([whole.subarray(0, end)])))).rejects.toMatchObject({ code: 'damaged' });
  }
});

test.skipIf(process.platform === 'win32')('the ordinary tar unpacks it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-tar-'));
  writeFileSync(join(folder, 'a.tar'), Buffer.concat(await archive([{ name: 'tables/voices/00001.gz', bytes: Buffer.from('回音') }])));
  execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
  expect(readFileSync(join(folder, 'tables/voices/00001.gz'), 'utf8')).toBe('回音');
});
