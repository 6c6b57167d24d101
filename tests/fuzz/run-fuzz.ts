import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { apiCases, inHeader, type Case, type Truth } from './api-cases.ts';
import { faultsIn, type Given } from './faults-in.ts';
import { pageCases } from './page-cases.ts';
import { rawCases, sendRaw } from './raw-cases.ts';
import { walkAll } from './walk.ts';

// Fuzzing of a running town, from outside: its API, its pages and forms, and the wire itself.

export type Fuzzed = { cases: number; seed: number; faults: string[]; statuses: Record<string, number>; slowest: number; grownMb: number };
type Target = { origin: string; pid: number; truth: Truth };
export type Counts = { api: number; pages: number; raw: number };

const together = 8;
/** What the process may have grown by at the end; the first cases fill its caches. */
const mostGrownMb = 250;

/** Runs so many cases of each kind; the same seed makes the same cases. `tell` hears how many are done. */
export async function fuzz(
  { origin, pid, truth }: Target,
  counts: Counts,
  seed: number,
  tell: (done: number) => void = () => {},
): Promise<Fuzzed> {
  const agent = new Agent({ keepAlive: true, maxSockets: together });
  const document = JSON.parse(
    (await sendCase(origin, { method: 'GET', path: '/api/v1/openapi.json', headers: [], body: null }, agent)).text,
  );
  const fuzzed: Fuzzed = { cases: 0, seed, faults: [], statuses: {}, slowest: 0, grownMb: 0 };
  const note = (asked: unknown, given: Given | null): void => {
    if (++fuzzed.cases % 500 === 0) tell(fuzzed.cases);
    const status = given ? `${Math.floor(given.status / 100)}xx` : 'closed';
    fuzzed.statuses[status] = (fuzzed.statuses[status] ?? 0) + 1;
    if (!given) return;
    fuzzed.slowest = Math.max(fuzzed.slowest, given.ms);
    for (const fault of faultsIn(given)) fuzzed.faults.push(`${fault} <- ${JSON.stringify(asked).slice(0, 3000)}`);
  };
  const viaHttp = async (one: Case) => note(one, await sendCase(origin, one, agent));
  const before = residentMb(pid);
  await inTurns(apiCases(document, truth), counts.api, seed, viaHttp);
  // Walked anew now and then: what was posted signs people out, closes matters and changes forms.
  for (let left = counts.pages, round = 0; left > 0; left -= 4000, round++) {
    const found = await walkAll(origin, counts.pages > 2000 ? 8 : 4, counts.pages > 2000 ? 40 : 16);
    await inTurns(pageCases(found), Math.min(left, 4000), seed + round, viaHttp);
  }
  await inTurns(rawCases, counts.raw, seed, async (one) =>
    note(
      one.pieces.map((piece) => Buffer.from(piece).toString('latin1').slice(0, 500)),
      await sendRaw(origin, one),
    ),
  );
  agent.destroy();
  fuzzed.grownMb = Math.round(residentMb(pid) - before);
  if (fuzzed.grownMb > mostGrownMb) fuzzed.faults.push(`memory grew by ${fuzzed.grownMb} MB`);
  return fuzzed;
}

/** So many cases of the seed, several at once. */
async function inTurns<T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number, work: (one: T) => Promise<void>): Promise<void> {
  for (let done = 0, part = 0; done < count; done += 1000, part++) {
    const all = fc.sample(arbitrary, { numRuns: Math.min(1000, count - done), seed: seed + 7919 * part });
    const left = all.values();
    await Promise.all(
      Array.from({ length: together }, async () => {
        for (const one of left) await work(one);
      }),
    );
  }
}

/** Sends one case; a connection that is closed without an answer counts as status 0, silence as 599. */
export function sendCase(origin: string, { method, path, headers, body }: Case, agent: Agent): Promise<Given> {
  return new Promise((resolve) => {
    const began = performance.now();
    const { hostname, port } = new URL(origin);
    const done = (status: number, text: string) => resolve({ status, text, ms: performance.now() - began });
    const lines = headers.flatMap(([name, value]) => [name, name === 'origin' ? origin : inHeader(value)]);
    const safe = path.replaceAll(/[^\u0021-\u00ff]/g, '');
    try {
      const length =
        body === null ? (method === 'POST' ? ['content-length', '0'] : []) : ['content-length', String(Buffer.byteLength(body))];
      const all = ['host', `${hostname}:${port}`, ...lines, ...length];
      const sent = request({ hostname, port, method, path: safe, headers: all, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
        response.on('error', () => done(0, ''));
      });
      sent.on('error', () => done(0, ''));
      sent.setTimeout(10_000, () => {
        done(599, 'no answer for ten seconds');
        sent.destroy();
      });
      sent.end(body ?? undefined);
    } catch {
      // Node itself refuses to send it.
      done(0, '');
    }
  });
}

function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
