import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { openFolder } from '#foundation/server/installation.ts';
import { readSettings } from '#foundation/settings.ts';
import { useDatabase } from '../database.ts';
import { makeTown, post, tell, type Town } from '../open311.ts';
import { faultsIn } from './faults-in.ts';
import { hostileText } from './hostile.ts';

// Anything may be sent to the Open311 door; it answers in its own form, never with an accident.

useDatabase();
let town: Town;
let number: string;

beforeAll(async () => {
  await openFolder(readSettings({ HUIYIN_DATA: mkdtempSync(join(tmpdir(), 'huiyin-fuzz-')), HUIYIN_RATE_LIMITS: 'off' }));
  town = await makeTown();
  number = await post(town);
});

const names = (
  'jurisdiction_id api_key service_code service_request_id start_date end_date status page page_size lat long address_string ' +
  'address_id description email phone first_name last_name media_url attribute[spot] attribute[marks][] attribute[__proto__] ' +
  'attribute[ __proto__'
).split(' ');
const value = fc.oneof(
  { weight: 2, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc.constantFrom('facilities', 'water', 'open', '2026-11-01T00:00:00Z', '9999-12-31T23:59:59Z', '1e999', '36.6', ''),
  },
);
const paths = ['/discovery', '/services', '/services/facilities', '/requests', '/tokens/x'];
const cases = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT'),
  path: fc.oneof(
    fc.constantFrom(...paths),
    hostileText.map((text) => `/requests/${encodeURIComponent(text.toWellFormed()).slice(0, 2000)}`),
    hostileText.map((text) => `/${text.toWellFormed().replaceAll(/[?#]/g, '').slice(0, 500)}`),
  ),
  ending: fc.constantFrom('.json', '.xml', '', '.csv'),
  known: fc.boolean(),
  fields: fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 8 }),
});

it('S2: no accident, no trace, no hang, whatever is sent to Open311', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ method, path, ending, known, fields }) => {
      const right: [string, string][] = known
        ? Object.entries({ jurisdiction_id: town.slug, api_key: town.key, service_code: 'facilities', address_string: 'Gate' })
        : [];
      const pairs = [...right, ...fields];
      const began = performance.now();
      const query = new URLSearchParams(pairs.filter(([name]) => method !== 'POST' || name === 'jurisdiction_id'));
      const told = await tell(method, `${path}${ending}?${query}`, method === 'POST' ? { form: pairs } : {});
      expect(faultsIn({ ...told, ms: performance.now() - began }, 5000)).toEqual([]);
      if (method !== 'HEAD' && told.headers.get('content-type')?.startsWith('application/json')) JSON.parse(told.text);
    }),
    { numRuns: 600, endOnFailure: true },
  );
  expect((await tell('GET', `/requests/${number}.json?jurisdiction_id=${town.slug}`)).status).toBe(200);
});
