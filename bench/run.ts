import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import pg from 'pg';
import { hashToken, newSessionToken } from '#foundation/secrets/index.ts';
import { newId } from '#foundation/ids.ts';
import { measureAlike } from './alike.ts';
import { measureIntake } from './intake.ts';
import { measureLedger } from './ledger.ts';
import { measureLists } from './lists.ts';
import { measurePages } from './pages.ts';
import { fillMillion } from './million.ts';
import { measurePromiseClock } from './promise-clock.ts';
import { measureRoll } from './roll.ts';
import { throughput, type Line } from './measure.ts';
import { makeTown } from './town.ts';
import { measureTrustCost } from './trust-cost.ts';

// npm run bench: every figure of docs/performance.md, as ratios or times of one run on one machine.

const say = (sentence: string) => process.stderr.write(`\r${sentence.padEnd(72)}`);
const lines: Line[] = [];
function found(more: Line[]): void {
  lines.push(...more);
  for (const line of more) console.log(`\r${line.met ? 'met    ' : 'NOT MET'} ${line.what}: ${line.measured} (${line.bar})`);
}

say('The demo town: pages, memory, start …');
const town = await makeTown({ HUIYIN_DEMO: '1' });
await town.start();
const slug = 'liuhuali';
found(
  await measurePages(town.origin, [
    { name: 'home', address: `/c/${slug}` },
    { name: 'new voice', address: `/c/${slug}/voices/new` },
    { name: 'public list', address: `/c/${slug}/voices` },
    { name: 'follow', address: `/c/${slug}/follow` },
    { name: 'the method', address: `/c/${slug}/method` },
  ]),
);
await town.stop();
const start = await town.start();
await throughput(8, 10_000, async (at) => void (await (await fetch(`${town.origin}/c/${slug}${at % 2 ? '' : '/voices'}`)).text()));
const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${town.pid}/status`, 'utf8'))?.[1]) / 1024;
await town.stop();
town.remove();

const large = await makeTown();
await large.start();
const communities = await fillMillion(large.databaseUrl(), (done, of) => say(`A million voices: ${done} of ${of} communities …`));
const client = new pg.Client({ connectionString: large.databaseUrl() });
await client.connect();
const readers = [];
for (const community of communities) {
  const token = `huiyin_${newSessionToken().token}`;
  await client.query(
    `insert into access_tokens (id, person_id, name, token_hash, scopes, expires_at) values ($1, $2, 'bench', $3, '{voices:read}', now() + interval '1 day')`,
    [newId(), community.workerId, hashToken(token)],
  );
  readers.push({ slug: community.slug, token });
}
await client.end();
say('Lists and search …');
found(await measureLists(large.origin, readers));
found(await measureAlike(large.databaseUrl(), communities));
say('Intake …');
const first = communities[0];
if (first) found(await measureIntake(large, first));
say('The ledger …');
found(await measureLedger(large));
say('The roll …');
found(await measureRoll(large));
say('The promise clock …');
found(await measurePromiseClock(large));
await large.stop();
large.remove();
say('What trust costs …');
found(await measureTrustCost());

found([
  { what: 'start with an existing database (demo town)', measured: `${(start / 1000).toFixed(2)} s`, bar: '≤ 3 s', met: start <= 3000 },
  { what: 'memory of the Node process after 10,000 requests', measured: `${Math.round(memory)} MB`, bar: '≤ 250 MB', met: memory <= 250 },
]);
const table = [
  '| what | measured | bar | |',
  '|---|---|---|---|',
  ...lines.map((line) => `| ${line.what} | ${line.measured} | ${line.bar} | ${line.met ? 'met' : 'not met'} |`),
].join('\n');
const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; the measuring program ran on the same machine.`;
say('');
console.log(`\n${table}`);
writeFileSync(
  'docs/performance.md',
  `# Performance\n\nMeasured by \`npm run bench\` on ${machine} Compare ratios and orders of magnitude, not milliseconds.\n\n${table}\n`,
);
process.exit(lines.every((line) => line.met) ? 0 : 1);
