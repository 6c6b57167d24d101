import { randomUUID } from 'node:crypto';
import { ask } from '../ask.ts';
import { intendAndAsk, byForm, byProgram, startLoad } from '../load.ts';
import { nothingYet, verdictOn, type Result, type Scene } from '../fire.ts';
import { pause } from '../installation.ts';
import { query } from '../people.ts';
import { openLine } from '../proxy.ts';

/** F12: the reply is swallowed after the server has committed; the sender, who knows nothing, sends it again. */
export async function replyCut(scene: Scene, times: number): Promise<Result> {
  const result = nothingYet('reply cut after commit');
  const line = await openLine(scene.town.origin);
  const load = startLoad({ ...scene, origin: () => line.origin }, 6, 0);
  const began = performance.now();
  await pause(500);
  // Some replies are cut whole, some in the middle, some a byte before their end.
  for (let round = 0; line.cuts() < times; round++) {
    line.set({ cut: 0.5, after: [0, 0, 12, 120, 400][round % 5] ?? 0 });
    await pause(200);
    scene.tell(`reply cut: ${line.cuts()} of ${times}, ${load.sent()} requests`);
  }
  await load.stop();
  await line.close();
  result.times = line.cuts();
  result.perSecond = load.counts.ack / ((performance.now() - began) / 1000);
  result.verdict = await verdictOn(scene);
  return result;
}

/** F14: the same submission many times at once: by program, by form, and from two networks. Everybody hears the same, one voice is there. */
export async function doubleSubmit(scene: Scene, times: number, together = 200): Promise<Result> {
  const result = nothingYet(`${together} identical submissions at once`);
  for (let at = 0; at < times; at++) {
    const words = `双击 ${randomUUID()}`;
    const asked = at % 2 === 0 ? byProgram(scene.people, words, at % 4 === 0 ? 'program' : 'desk') : byForm(scene.people, words);
    const wanted = { what: 'voice', words, by: at % 2 === 0 ? 'program' : 'form' } as const;
    const outcomes = await Promise.all(Array.from({ length: together }, () => intendAndAsk(scene, wanted, asked, 60_000)));
    const numbers = new Set(outcomes.map(({ number }) => number));
    if (numbers.size !== 1) result.breaches.push(`F14: ${[...numbers].join(', ')} for one submission`);
    for (const outcome of outcomes)
      if (outcome.came !== 'ack') result.breaches.push(`F14: status ${outcome.status} among ${together} alike`);
    result.times++;
    scene.tell(`identical submissions: ${at + 1} of ${times} times ${together}`);
  }
  await secondNetwork(scene, result);
  result.verdict = await verdictOn(scene);
  return result;
}

/** A telephone that leaves the house between two tries comes from another address; it is still the same voice. */
async function secondNetwork({ town, people }: Scene, result: Result): Promise<void> {
  if (town.env['HUIYIN_TRUST_PROXY'] !== '1') return;
  const words = `换网 ${randomUUID()}`;
  const asked = byForm(people, words);
  const from = (address: string) => ask(town.origin, { ...asked, headers: { ...asked.headers, 'x-forwarded-for': address } });
  const [first, second] = [await from('203.0.113.7'), await from('198.51.100.9')];
  const { rows } = await query(town.databaseUrl(), 'select 1 from voices where words = $1', [words]);
  if (rows.length !== 1 || first?.to !== second?.to) result.breaches.push(`F14: from two networks: ${rows.length} voices`);
  else result.notes.push('A second try from another network finds the first.');
}

/** F12: 800 ms there and back on a thin line; a voice still goes through within 15 seconds. */
export async function slowLine(scene: Scene, times: number): Promise<Result> {
  const result = nothingYet('line with 800 ms delay');
  const line = await openLine(scene.town.origin);
  line.set({ delay: 400 });
  for (let at = 0; at < times; at++) {
    const words = `慢线 ${randomUUID()}`;
    const began = performance.now();
    const outcome = await intendAndAsk(
      { ...scene, origin: () => line.origin },
      { what: 'voice', words, by: 'form' },
      byForm(scene.people, words),
      15_000,
    );
    if (outcome.came !== 'ack') result.breaches.push(`F12: status ${outcome.status} on a slow line`);
    result.back.push(performance.now() - began);
    result.times++;
  }
  await line.close();
  result.verdict = await verdictOn(scene);
  return result;
}
