import { connect, disconnect } from '#foundation/server/database.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import { findAlike } from '#listen/voices/index.ts';
import { ms, percentile, timings, type Line } from './measure.ts';

const said = ['楼道漏水墙皮往下掉', '电梯半夜有异响，老人不敢坐', '路灯坏了一个月没人修', '地下车库又积水了', '快递车堵住消防通道，很危险'];

/** The same matter while a clerk types, with a million voices: what `findAlike` takes in a random community each time. */
export async function measureAlike(databaseUrl: string, communities: { id: number; workerId: string }[]): Promise<Line[]> {
  connect(databaseUrl, 4);
  const any = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)];
  const ask = async () => {
    const community = any(communities);
    if (!community) return;
    const place = `${1 + Math.floor(Math.random() * 60)} 号楼 ${1 + Math.floor(Math.random() * 4)} 单元`;
    const words = `${any(said)}，${place}，请尽快派人来看看`;
    await findAlike(workerOf(community), community.id, { words, placeWords: place });
  };
  await timings(100, ask);
  const samples = await timings(1000, ask);
  await disconnect();
  const p95 = percentile(samples, 0.95);
  const measured = `p95 ${ms(p95)}, p50 ${ms(percentile(samples, 0.5))}`;
  return [{ what: 'same matter while typing, the same', measured, bar: 'p95 ≤ 20 ms', met: p95 <= 20 }];
}

function workerOf({ id, workerId }: { id: number; workerId: string }): Viewer {
  const grant = {
    id: '',
    role: 'community_worker' as const,
    communityIds: [id],
    streetId: null,
    districtId: null,
    placeId: null,
    unitName: null,
  };
  return { ...nobody, kind: 'staff', personId: workerId, grants: [grant] };
}
