import { afterAll, beforeAll, expect, it } from 'vitest';
import { clockJumps } from './faults/clock.ts';
import { picturesFull } from './faults/disk.ts';
import { fuzzAll } from './faults/fuzz.ts';
import { appKill, databaseKill } from './faults/kills.ts';
import { doubleSubmit, replyCut } from './faults/lines.ts';
import { openScene, type Result, type Scene } from './fire.ts';
import { makeInstallation, type Installation } from './installation.ts';

// Every fault of `npm run torture`, a few times each.

let town: Installation;
let opened = 0;

beforeAll(async () => {
  town = await makeInstallation({ HUIYIN_DEMO: '1', HUIYIN_TRUST_PROXY: '1' });
  await town.start();
});
afterAll(async () => town.remove());

const faults: [name: string, run: (scene: Scene) => Promise<Result>][] = [
  ['F1: the application is killed', (scene) => appKill(scene, 3)],
  ['F2: PostgreSQL is killed, and comes back by itself', (scene) => databaseKill(scene, 1)],
  ['F12: the reply is cut after the commit', (scene) => replyCut(scene, 20)],
  ['F14: one submission, many times at once', (scene) => doubleSubmit(scene, 2, 60)],
  ['F10: no room for photos', picturesFull],
  ['F13: the clock jumps', (scene) => clockJumps(scene, 2)],
  [
    'S2: hostile input to pages, forms and the wire',
    (scene) => fuzzAll(scene, { api: 100, pages: 700, raw: 700 }, 1 + Math.floor(Math.random() * 2 ** 30)),
  ],
];

it.each(faults)('%s', async (_, run) => {
  const { breaches, verdict } = await run(await openScene(town, () => {}, String(opened++), 40));
  expect([...breaches, ...(verdict?.breaches.slice(0, 10) ?? [])]).toEqual([]);
});
