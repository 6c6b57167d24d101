import { join } from 'node:path';
import { openDiary, type Diary } from './diary.ts';
import { pause, until, isWell, type Installation } from './installation.ts';
import { judge, type Verdict } from './judge.ts';
import { look, startWatching, type Watcher } from './judge-ledger.ts';
import { startLoad, type Load } from './load.ts';
import { findPeople, type People } from './people.ts';
import { settleUnknown } from './settle.ts';

// One fault, many times, on a running town under load; then the checker's verdict.

export type Result = {
  fault: string;
  times: number;
  /** Set when this machine can't do it, with the reason. */
  skipped?: string;
  verdict: Verdict | null;
  /** Milliseconds until all was well again, one for each time. */
  back: number[];
  /** Acknowledged requests per second over the whole of it, faults included. */
  perSecond: number | null;
  /** Everything else that was not as it should be. */
  breaches: string[];
  notes: string[];
};
export type Tell = (sentence: string) => void;
/** Everything a fault needs: the town, who acts in it, the diary and the eyes on its ledger. */
export type Scene = {
  town: Installation;
  people: People;
  diary: Diary;
  file: string;
  watcher: Watcher | null;
  origin: () => string;
  tell: Tell;
  readBack: number;
};

/** `name`: of its diary; each scene has its own. `readBack`: so many voices are read one by one at the end. */
export async function openScene(town: Installation, tell: Tell, name = 'diary', readBack = 1500): Promise<Scene> {
  const people = await findPeople(town.origin, town.databaseUrl());
  const file = join(town.root, `${name}.jsonl`);
  return {
    town,
    people,
    diary: openDiary(file),
    file,
    watcher: await startWatching(town.origin),
    origin: () => town.origin,
    tell,
    readBack,
  };
}

export function nothingYet(fault: string): Result {
  return { fault, times: 0, verdict: null, back: [], perSecond: null, breaches: [], notes: [] };
}

/** Runs `strike` so many times under load, waits each time until all is well (at most `patience` ms), and has it judged. */
export async function underFire(
  scene: Scene,
  fault: string,
  times: number,
  strike: (at: number, load: Load) => Promise<void>,
  { clients = 6, patience = 60_000, calm = 400 }: { clients?: number; patience?: number; calm?: number } = {},
): Promise<Result> {
  const result = nothingYet(fault);
  const { town, tell } = scene;
  const load = startLoad({ ...scene, origin: () => scene.origin() }, clients);
  const began = performance.now();
  try {
    await pause(calm);
    for (let at = 0; at < times; at++) {
      await strike(at, load);
      const well = await until(() => isWell(town.origin), patience);
      if (well === null) throw new Error(`${fault}: not well again within ${patience} ms:\n${town.said().slice(-3000)}`);
      result.back.push(well);
      result.times++;
      if (scene.watcher) await look(scene.watcher, town.origin);
      tell(`${fault}: ${at + 1} of ${times}, ${load.sent()} requests, ${load.counts.unknown} without an answer`);
      await pause(calm * (0.3 + Math.random()));
    }
  } finally {
    await load.stop();
  }
  result.perSecond = load.counts.ack / ((performance.now() - began) / 1000);
  result.verdict = await verdictOn(scene);
  return result;
}

/** Settles what is unknown, and compares all that was ever promised with what is there. */
export async function verdictOn({ town, people, diary, file, watcher, tell, readBack }: Scene): Promise<Verdict> {
  tell('The checker asks again for everything that got no answer, and reads all back …');
  await settleUnknown(file, diary, town.origin);
  return judge(file, { origin: town.origin, databaseUrl: town.databaseUrl(), people }, readBack, watcher);
}
