import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, cookieIn, formTo } from '../ask.ts';
import { byForm, byProgram, intendAndAsk } from '../load.ts';
import { nothingYet, verdictOn, type Result, type Scene } from '../fire.ts';
import { pause } from '../installation.ts';
import { query } from '../people.ts';

const hour = 3_600_000;
const jumps: [name: string, ms: (now: number) => number][] = [
  ['+1 hour', () => hour],
  ['-1 hour', () => -hour],
  ['+1 day', () => 24 * hour],
  ['-1 day', () => -24 * hour],
  ['29 February 2028', (now) => Date.parse('2028-02-29T15:59:58Z') - now],
  ['19 January 2038, 03:14:08', (now) => Date.parse('2038-01-19T03:14:08Z') - now],
  ['right again', () => 0],
];

/** F13: the application's clock jumps while it runs. Dates of voices and the end of sessions come from the database's clock and don't move. */
export async function clockJumps(scene: Scene, each: number): Promise<Result> {
  const result = nothingYet('clock of the application jumps');
  const { town, people } = scene;
  const file = join(town.root, 'clock');
  writeFileSync(file, '0');
  town.env['HUIYIN_TORTURE_CLOCK'] = file;
  town.preload = [join(import.meta.dirname, '../clock-shim.ts')];
  await town.stop();
  await town.start();
  const ended = cookieIn(await ask(town.origin, formTo('/staff/sign-in?/play', { person: people.colleague.id })));
  await ask(town.origin, formTo('/staff/sign-out', {}, ended));
  const tag = `时钟 ${randomUUID()}`;
  const { rows: began } = await query<{ now: Date }>(town.databaseUrl(), 'select clock_timestamp() as now');
  for (const [name, ms] of jumps) {
    writeFileSync(file, String(ms(Date.now())));
    process.kill(town.pid(), 'SIGUSR2');
    await pause(50);
    for (let at = 0; at < each; at++) {
      const words = `${tag} ${name} ${at}`;
      const asked = at % 2 === 0 ? byProgram(people, words, 'program') : byForm(people, words);
      const { came, status } = await intendAndAsk(scene, { what: 'voice', words, by: at % 2 === 0 ? 'program' : 'form' }, asked);
      if (came !== 'ack') result.breaches.push(`F13: ${name}: status ${status}`);
    }
    for (const [cookie, whose, wanted] of [
      [people.worker.cookie, 'a session that is open', false],
      [ended, 'a session that has ended', true],
    ] as const) {
      const heard = await ask(town.origin, { method: 'GET', path: '/staff/account', headers: { cookie }, body: '' });
      if ((heard?.to ?? '').includes('sign-in') !== wanted)
        result.breaches.push(`F13: ${name}: ${whose} answers ${heard?.status} ${heard?.to}`);
    }
    result.times++;
    scene.tell(`clock: ${name}`);
  }
  const { rows } = await query<{ wrong: number; dues: number }>(
    town.databaseUrl(),
    `select count(*) filter (where received_at not between $2 and clock_timestamp())::int as wrong,
        count(distinct (due_at - received_at, due_at::date))::int as dues from voices where words like $1 || '%'`,
    [tag, began[0]?.now],
  );
  if (rows[0]?.wrong !== 0) result.breaches.push(`F13: ${rows[0]?.wrong} voices carry a wrong time`);
  town.preload = [];
  await town.stop();
  await town.start();
  result.verdict = await verdictOn(scene);
  return result;
}
