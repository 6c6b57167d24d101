import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { throughput, type Line } from './measure.ts';
import { makeTown, type Town } from './town.ts';

const clients = 16;
const count = 1500;
const turns = 5;

/** What the ledger and the encryption cost: intake over HTTP with both, against a twin without either, in turns. */
export async function measureTrustCost(): Promise<Line[]> {
  const real = await makeTown({ HUIYIN_DEMO: '1' });
  const bare = await makeTown({ HUIYIN_DEMO: '1', NODE_OPTIONS: '--import ./bench/without-trust.ts' });
  await real.start();
  await bare.start();
  const ratios: number[] = [];
  const run = (town: Town) => throughput(clients, count, () => submit(town));
  await run(real);
  await run(bare);
  for (let turn = 0; turn < turns; turn++) {
    // Whoever is second finds a warmer machine: they change places.
    const [first, second] = turn % 2 ? [bare, real] : [real, bare];
    const rates = new Map([[first, await run(first)]]);
    rates.set(second, await run(second));
    ratios.push((rates.get(real) ?? 0) / (rates.get(bare) ?? 1));
  }
  // A comparison with itself would always be free.
  if ((await keysMade(bare)) >= (await keysMade(real)) - count) throw new Error('the twin was not without');
  for (const town of [real, bare]) {
    await town.stop();
    town.remove();
  }
  const ratio = ratios.toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? 0;
  return [
    {
      what: `intake over HTTP with name and telephone, ${clients} clients: with ledger and encryption against a twin without (median of ${turns} turns)`,
      measured: `${ratio.toFixed(2)} of the throughput (${ratios.map((one) => one.toFixed(2)).join(', ')})`,
      bar: '≥ 0.85',
      met: ratio >= 0.85,
    },
  ];
}

async function keysMade(town: Town): Promise<number> {
  const client = new pg.Client({ connectionString: town.databaseUrl() });
  await client.connect();
  const { rows } = await client.query<{ made: string }>('select count(*) as made from subject_keys');
  await client.end();
  return Number(rows[0]?.made);
}

async function submit(town: Town): Promise<void> {
  const response = await fetch(`${town.origin}/api/v1/communities/liuhuali/voices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ words: '3 号楼 2 单元楼道漏水，墙皮往下掉', placeWords: '3 号楼 2 单元', name: '王某', phone: '00013800001' }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}
