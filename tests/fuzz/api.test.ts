import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { openFolder } from '#foundation/server/installation.ts';
import { readSettings } from '#foundation/settings.ts';
import { api } from '#api/app.ts';
import { documentIn } from '#api/document.ts';
import { ask, tokenOf } from '../api.ts';
import { useDatabase } from '../database.ts';
import { makeWorld } from '../world.ts';
import { apiCases, type Case, type Truth } from './api-cases.ts';
import { faultsIn } from './faults-in.ts';

// Anything may be sent to the API; it answers within two seconds, never with an accident. More of it: npm run torture -- --only fuzz

useDatabase();
let truth: Truth;

beforeAll(async () => {
  await openFolder(readSettings({ HUIYIN_DATA: mkdtempSync(join(tmpdir(), 'huiyin-fuzz-')), HUIYIN_RATE_LIMITS: 'off' }));
  const world = await makeWorld();
  const spoken = await Promise.all(
    Array.from({ length: 6 }, () => ask('POST', `/communities/${world.slug}/voices`, { body: { words: 'A leak', placeWords: 'Here' } })),
  );
  truth = {
    slugs: [world.slug],
    numbers: spoken.map(({ body }) => String(body['number'])),
    codes: spoken.map(({ body }) => String(body['code'])),
    tokens: [await tokenOf(world.worker), await tokenOf(world.colleague), await tokenOf(world.secretary), await tokenOf(world.street)],
  };
});

it('S2: no accident, no trace, no hang, whatever is sent', { timeout: 60_000 }, async () => {
  const cases = apiCases(JSON.parse(JSON.stringify(documentIn('en'))), truth);
  const seed = Number(process.env['HUIYIN_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  await fc.assert(
    fc.asyncProperty(fc.array(cases, { minLength: 10, maxLength: 10 }), async (all) => {
      const given = await Promise.all(all.map(send));
      expect(
        given.flatMap((one, at) => faultsIn(one, 5000).map((fault) => `${fault} to ${JSON.stringify(all[at]).slice(0, 2000)}`)),
      ).toEqual([]);
    }),
    { seed, numRuns: 350, endOnFailure: true },
  );
});

async function send({ method, path, headers, body }: Case): Promise<{ status: number; text: string; ms: number }> {
  const began = performance.now();
  const bodiless = method === 'GET' || method === 'HEAD';
  const sent = typeof body === 'string' ? body : body === null ? null : new Blob([new Uint8Array(body)]);
  const request = new Request(new URL(`http://localhost${path}`), {
    method,
    headers: new Headers(headers),
    ...(!bodiless && { body: sent }),
  });
  const response = await api.fetch(request, { address: 'fuzz' });
  return { status: response.status, text: await response.text(), ms: performance.now() - began };
}
