import { randomUUID } from 'node:crypto';
import { fuzz, type Counts } from '../../fuzz/run-fuzz.ts';
import { outcomeOf } from '../diary.ts';
import { ask } from '../ask.ts';
import { byProgram } from '../load.ts';
import { nothingYet, type Result, type Scene } from '../fire.ts';

/** S2: whatever is sent to the API, the pages and the wire itself: no accident, no trace, no hang, and memory stays bounded. */
export async function fuzzAll(scene: Scene, counts: Counts, seed: number): Promise<Result> {
  const result = nothingYet('hostile input');
  const { town, people, tell } = scene;
  const truth = {
    slugs: [people.slug],
    numbers: ['2026-000001'],
    codes: ['00000000'],
    tokens: [people.worker.token, people.colleague.token],
  };
  for (let at = 0; at < 6; at++) {
    const { number, code } = outcomeOf('', await ask(town.origin, byProgram(people, `Fuzz ${randomUUID()}`, 'program')));
    truth.numbers.push(number ?? '');
    truth.codes.push(code ?? '');
  }
  const all = counts.api + counts.pages + counts.raw;
  const fuzzed = await fuzz({ origin: town.origin, pid: town.pid(), truth }, counts, seed, (done) =>
    tell(`hostile input: ${done} of ${all}`),
  );
  const unique = [...new Set(fuzzed.faults)];
  result.times = fuzzed.cases;
  result.breaches = unique.slice(0, 20).map((fault) => `S2 (seed ${seed}): ${fault}`);
  if (unique.length > 20) result.breaches.push(`S2: and ${unique.length - 20} more`);
  const answers = Object.entries(fuzzed.statuses).map(([status, many]) => `${status} ${many}`);
  result.notes.push(
    `Seed ${seed}; answers: ${answers.join(', ')}; slowest ${Math.round(fuzzed.slowest)} ms; memory of the process +${fuzzed.grownMb} MB.`,
  );
  return result;
}
