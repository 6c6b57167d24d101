import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barChart } from './bar-chart.ts';
import { trendChart } from './trend-chart.ts';

const weeks = ['9/1', '9/8', '9/15'];

describe('trendChart', () => {
  it('speaks its numbers in a title and a description', () => {
    const svg = trendChart({
      title: 'Received',
      labels: weeks,
      series: [{ name: 'Voices', values: [9, 12, null], tone: 'listen' }],
      gap: 'hidden',
    });
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>Received</title>');
    expect(svg).toContain('<desc>Voices: 9/1 9, 9/8 12, 9/15 hidden</desc>');
  });

  it('gives every series of bars a filling of its own, so colour is not the only signal', () => {
    const svg = trendChart({
      title: 'T',
      labels: weeks,
      series: [
        { name: 'A', values: [1, 2, 3], tone: 'listen' },
        { name: 'B', values: [1, 1, 1], tone: 'act' },
      ],
    });
    const fillings = new Set([...svg.matchAll(/<rect[^>]*fill="(url\(#[^"]+\))"/g)].map((found) => found[1]));
    expect(fillings.size).toBe(2);
    for (const filling of fillings) expect(svg).toContain(`id="${filling?.slice(5, -1)}"`);
  });

  it('draws lines with different dashes when there are too many bars', () => {
    const values = Array.from({ length: 52 }, (_, at) => at);
    const svg = trendChart({
      title: 'T',
      labels: values.map(String),
      series: [
        { name: 'A', values, tone: 'listen' },
        { name: 'B', values, tone: 'act' },
      ],
    });
    expect(svg).toContain('stroke-dasharray="6 3"');
    expect(svg).not.toContain('<pattern');
  });

  it('leaves a gap for what is not known instead of a zero', () => {
    const values = Array.from({ length: 40 }, (_, at) => (at === 20 ? null : 5));
    const svg = trendChart({ title: 'T', labels: values.map(() => ''), series: [{ name: 'A', values, tone: 'act' }] });
    expect(/ d="(M[^"]+)" fill="none"/.exec(svg)?.[1]?.split('M').length).toBe(3);
  });

  it('keeps the ids of two charts on one page apart', () => {
    const ids = ['One', 'Two'].map(
      (title) => /id="([^"]+)"/.exec(trendChart({ title, labels: weeks, series: [{ name: 'A', values: [1, 2, 3], tone: 'act' }] }))?.[1],
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('is well-formed, inside its frame and free of styles and scripts, whatever it is given', () => {
    const series = fc.record({
      name: fc.string(),
      values: fc.array(fc.option(fc.nat({ max: 1e6 })), { maxLength: 60 }),
      tone: fc.constantFrom('listen' as const, 'ink' as const),
    });
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 60 }), fc.array(series, { maxLength: 5 }), (title, labels, all) => {
        expectClean(trendChart({ title, labels, series: all.map((one) => ({ ...one, values: one.values.slice(0, labels.length) })) }));
      }),
    );
  });
});

describe('barChart', () => {
  it('hides small counts behind the same stub, whatever they were', () => {
    const svg = barChart({
      title: 'By building',
      bars: [
        { label: 'No. 1', value: 40 },
        { label: 'No. 2', value: null },
        { label: 'No. 3', value: null },
      ],
      hidden: '<10',
    });
    expect([...svg.matchAll(/stroke-dasharray="2 3"/g)]).toHaveLength(2);
    expect(svg.match(/&lt;10<\/text>/g)).toHaveLength(2);
    expect(svg).toContain('<desc>No. 1: 40; No. 2: &lt;10; No. 3: &lt;10</desc>');
  });

  it('is well-formed and clean, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.record({ label: fc.string(), value: fc.option(fc.nat({ max: 1e6 })) })), (title, bars) => {
        expectClean(barChart({ title, bars, hidden: '<10' }));
      }),
    );
  });
});

function expectClean(svg: string): void {
  const tags = [...svg.matchAll(/<[^>]*>/g)].map((found) => found[0]);
  expect(tags.filter((tag) => /\sstyle=|<script|\son[a-z]+=/.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([]);
  expect(tags.join('').replaceAll(/"[^"]*"/g, '')).not.toMatch(/NaN|undefined|Infinity/);
  expect(svg).not.toMatch(/ (?:x|y|x1|y1|x2|y2|cx|cy|width|height|d)="[^"]*(?:NaN|undefined|Infinity)/);
  const open: string[] = [];
  for (const tag of tags) {
    if (tag.endsWith('/>')) continue;
    const name = /^<\/?(\w+)/.exec(tag)?.[1] ?? '';
    if (tag.startsWith('</')) expect(open.pop()).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
}
