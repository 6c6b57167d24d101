import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clockJumps } from './faults/clock.ts';
import { diskFull } from './faults/disk.ts';
import { fuzzAll } from './faults/fuzz.ts';
import { appKill, bothKill, databaseKill } from './faults/kills.ts';
import { doubleSubmit, replyCut, slowLine } from './faults/lines.ts';
import { oldBackup } from './faults/old-backup.ts';
import { upgradeKilled } from './faults/upgrade.ts';
import { openScene, type Result, type Scene, type Tell } from './fire.ts';
import { makeInstallation } from './installation.ts';
import { isClean, pageOf, tableOf } from './report.ts';

// npm run torture [-- --only app-kill,disk-full --times 200 --cases 200000 --seed 7 --json FILE]: a Huiyin of its own is killed, cut off, filled
// up and fuzzed, and an independent checker looks for what was promised and is not there.

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    times: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
  },
});
const times = (usual: number) => Number(values.times ?? usual);
const cases = Number(values.cases ?? 200_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const tell: Tell = (sentence) => process.stderr.write(`\r${sentence.slice(0, 110).padEnd(110)}`);

/** In the town all share, one after another, each with a diary of its own. */
const inTown: Record<string, (scene: Scene) => Promise<Result>> = {
  'app-kill': (scene) => appKill(scene, times(200)),
  'database-kill': (scene) => databaseKill(scene, times(50)),
  'both-kill': (scene) => bothKill(scene, times(20)),
  'reply-cut': (scene) => replyCut(scene, times(500)),
  'double-submit': (scene) => doubleSubmit(scene, times(12)),
  'slow-line': (scene) => slowLine(scene, times(10)),
  clock: (scene) => clockJumps(scene, times(20)),
  fuzz: (scene) => fuzzAll(scene, { api: Math.round(cases * 0.72), pages: Math.round(cases * 0.1), raw: Math.round(cases * 0.18) }, seed),
};
/** Each in a house of its own. */
const alone: Record<string, () => Promise<Result>> = {
  'disk-full': () => diskFull(times(2), tell),
  upgrade: () => upgradeKilled(tell),
  'old-backup': () => oldBackup(tell),
};

const wanted = values.only?.split(',') ?? [...Object.keys(inTown), ...Object.keys(alone)];
const strange = wanted.filter((name) => !(name in inTown) && !(name in alone));
if (strange.length > 0) {
  console.error(
    `There is no fault called ${strange.join(', ')}. There are: ${[...Object.keys(inTown), ...Object.keys(alone)].join(', ')}.`,
  );
  process.exit(1);
}

const began = performance.now();
const results: Result[] = [];
await shared(wanted.filter((name) => name in inTown));
for (const name of wanted) {
  const run = alone[name];
  if (run) keep(await run());
}
tell('');
console.log(`\n${tableOf(results)}\n`);
for (const { fault, skipped, notes } of results)
  for (const note of skipped ? [`not run: ${skipped}`] : notes) console.log(`${fault}: ${note}`);
for (const { fault, breaches, verdict } of results) {
  for (const breach of [...breaches, ...(verdict?.breaches.slice(0, 50) ?? [])]) console.error(`${fault}: ${breach}`);
}
const minutes = Math.ceil((performance.now() - began) / 60_000);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ minutes, seed, results }, null, 2)}\n`);
if (!values.only && !values.times && !values.cases) writeFileSync('docs/reliability.md', pageOf(results, minutes));
process.exit(results.every(isClean) ? 0 : 1);

async function shared(names: string[]): Promise<void> {
  if (names.length === 0) return;
  tell('A town of its own is planted …');
  const town = await makeInstallation({ HUIYIN_DEMO: '1', HUIYIN_TRUST_PROXY: '1' });
  try {
    await town.start();
    for (const name of names) {
      const run = inTown[name];
      if (run) keep(await run(await openScene(town, tell, name)));
    }
  } finally {
    await town.remove();
  }
}

function keep(result: Result): void {
  results.push(result);
  const { fault, times: done, verdict, skipped } = result;
  console.log(
    `\r${isClean(result) ? 'kept  ' : 'BROKEN'} ${fault}: ${skipped ?? `${done} times, ${verdict?.requests ?? 0} requests, ${verdict?.lost ?? 0} lost, ${verdict?.twice ?? 0} twice`}`.padEnd(
      112,
    ),
  );
}
