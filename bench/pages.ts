import { gzipSync } from 'node:zlib';
import { ms, percentile, timings, type Line } from './measure.ts';

type Page = { name: string; address: string; cookie?: string };

/** Residents' pages as a phone gets them: server time, HTML with its stylesheets gzipped, scripts. */
export async function measurePages(origin: string, pages: Page[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const page of pages) {
    const get = () =>
      fetch(`${origin}${page.address}`, { headers: { ...(page.cookie && { cookie: page.cookie }), 'accept-language': 'zh' } });
    const html = await (await get()).text();
    const styles = [...html.matchAll(/href="([^"]+\.css)"/g)].map((match) => new URL(match[1] ?? '', `${origin}${page.address}`));
    const css = await Promise.all(styles.map(async (style) => (await fetch(style)).text()));
    const bytes = gzipSync(html).length + css.reduce((sum, text) => sum + gzipSync(text).length, 0);
    const scripts = [...html.matchAll(/<script/g)].length;
    await timings(50, async () => void (await (await get()).text()));
    const p50 = percentile(await timings(300, async () => void (await (await get()).text())), 0.5);
    lines.push({
      what: `${page.name}: server time p50 / HTML+CSS gzipped / scripts`,
      measured: `${ms(p50)} / ${(bytes / 1024).toFixed(1)} KB / ${scripts}`,
      bar: '≤ 5 ms / ≤ 15 KB / 0',
      met: p50 <= 5 && bytes <= 15 * 1024 && scripts === 0,
    });
  }
  return lines;
}
