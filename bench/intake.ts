import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Line } from './measure.ts';
import { throughput } from './measure.ts';
import { rawIntake } from './raw-intake.ts';
import type { Town } from './town.ts';

const clients = 16;
const count = 2000;

/** Durable intake over HTTP against the same rows written by raw SQL transactions on the same database, in turns. */
export async function measureIntake(town: Town, community: { id: number; slug: string; workerId: string }): Promise<Line[]> {
  const pool = new pg.Pool({ connectionString: town.databaseUrl(), max: clients });
  const overHttp = () => throughput(clients, count, (at) => submit(town, community.slug, at));
  const raw = () => throughput(clients, count, () => rawIntake(pool, community));
  await throughput(clients, 300, (at) => submit(town, community.slug, at));
  await throughput(clients, 300, () => rawIntake(pool, community));
  const ratios: number[] = [];
  let last = { http: 0, raw: 0 };
  for (let turn = 0; turn < 3; turn++) {
    last = { http: await overHttp(), raw: await raw() };
    ratios.push(last.http / last.raw);
  }
  await pool.end();
  const ratio = ratios.toSorted((a, b) => a - b)[1] ?? 0;
  return [
    {
      what: 'durable intake over HTTP, 16 clients, against the same rows by raw SQL transactions (median of 3 turns)',
      measured: `${ratio.toFixed(2)} (${Math.round(last.http)}/s against ${Math.round(last.raw)}/s)`,
      bar: '≥ 0.5',
      met: ratio >= 0.5,
    },
  ];
}

async function submit(town: Town, slug: string, at: number): Promise<void> {
  const response = await fetch(`${town.origin}/api/v1/communities/${slug}/voices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ words: `3 号楼 2 单元楼道漏水，墙皮往下掉，第 ${at} 次`, placeWords: '3 号楼 2 单元' }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}
