import { ms, percentile, timings, type Line } from './measure.ts';

type Reader = { slug: string; token: string };

/** The staff queue, the public list and Chinese search with a million voices, over HTTP, in random communities. */
export async function measureLists(origin: string, readers: Reader[]): Promise<Line[]> {
  const pick = () => readers[Math.floor(Math.random() * readers.length)] ?? { slug: '', token: '' };
  const api = async (path: (slug: string) => string, staff: boolean) => {
    const { slug, token } = pick();
    const response = await fetch(`${origin}/api/v1/communities/${slug}${path(slug)}`, {
      headers: staff ? { authorization: `Bearer ${token}` } : {},
    });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    await response.text();
  };
  const asked = ['漏水', '电梯', '路灯坏了', '消防通道', '车库积水', '音响太吵', '12 号楼'];
  const word = () => encodeURIComponent(asked[Math.floor(Math.random() * asked.length)] ?? '');
  const measure = async (what: string, bar: number, work: () => Promise<void>): Promise<Line> => {
    await timings(100, work);
    const samples = await timings(1000, work);
    const p99 = percentile(samples, 0.99);
    return { what, measured: `p99 ${ms(p99)}, p50 ${ms(percentile(samples, 0.5))}`, bar: `p99 ≤ ${bar} ms`, met: p99 <= bar };
  };
  return [
    await measure('staff queue, 1,000,000 voices in 200 communities', 50, () => api(() => '/voices', true)),
    await measure('public list, the same', 50, () => api(() => '/public-voices', false)),
    await measure('Chinese full-text search among the public, the same', 100, () => api(() => `/public-voices?search=${word()}`, false)),
    await measure('Chinese full-text search by staff, the same', 100, () => api(() => `/voices?search=${word()}`, true)),
  ];
}
