/* What both charts are drawn with. All signs are doubled: a colour never speaks without a hatch, a shape or a dash.
   Colours come from CSS classes (currentColor), so an SVG stays readable in the dark, on paper and without any CSS. */
import type { Stage } from './stage.ts';

export type Tone = Stage | 'ink';

/** Width of every chart in its own units; set so that its letters of 14 units stay readable on a 390 px telephone. */
export const chartWidth = 360;

/** The frame of an SVG that speaks: role, title and description. `height` in chart units. */
export function frame(about: { title: string; description: string }, height: number, body: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${round(height)}" role="img" aria-label="${escape(about.title)}" font-size="14">` +
    `<title>${escape(about.title)}</title><desc>${escape(about.description)}</desc>${body}</svg>`
  );
}

/** Text at a point; `look` is a class ("axis" for quiet text). */
export function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end' = 'start', look = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${look === '' ? '' : ` class="${look}"`}>${escape(text)}</text>`;
}

export function rule(x1: number, y1: number, x2: number, y2: number, look: 'grid' | 'base'): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="#999" class="${look}"/>`;
}

/** How the n-th series is filled: solid, hatched, dotted, crossed. `key` keeps ids apart when a page has several charts. */
export function hatch(key: string, at: number, tone: Tone): string {
  const strokes = ['', 'M-1 5L5 -1M-1 1L1 -1M3 5L5 3', 'M2 1V3M1 2H3', 'M0 2H4M2 0V4'][at % 4] ?? '';
  const ground = at % 4 === 0 ? 1 : 0.18;
  return (
    `<pattern id="${hatchId(key, at)}" class="tone ${tone}" width="4" height="4" patternUnits="userSpaceOnUse">` +
    `<rect width="4" height="4" fill="currentColor" fill-opacity="${ground}"/>${strokes === '' ? '' : `<path d="${strokes}" stroke="currentColor" stroke-width="1.1"/>`}</pattern>`
  );
}

export function hatchId(key: string, at: number): string {
  return `hatch-${key}-${at}`;
}

/** A bar filled with its hatch and closed by an outline of the same colour. Lengths in chart units. */
export function bar(key: string, at: number, tone: Tone, box: { x: number; y: number; width: number; height: number }): string {
  return `<rect class="tone ${tone}" x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(Math.max(0, box.height))}" fill="url(#${hatchId(key, at)})" stroke="currentColor"/>`;
}

/** The point of the n-th line: disc, square, triangle, diamond. */
export function mark(at: number, x: number, y: number): string {
  const size = 3.6;
  if (at % 4 === 0) return `<circle cx="${round(x)}" cy="${round(y)}" r="${size}" fill="currentColor"/>`;
  const corners =
    [
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ],
      [
        [0, -1.2],
        [1.15, 0.9],
        [-1.15, 0.9],
      ],
      [
        [0, -1.4],
        [1.4, 0],
        [0, 1.4],
        [-1.4, 0],
      ],
    ][(at % 4) - 1] ?? [];
  return `<path d="M${corners.map(([dx = 0, dy = 0]) => `${round(x + dx * size)} ${round(y + dy * size)}`).join('L')}z" fill="currentColor"/>`;
}

/** Top and steps of an axis from 0: at most four steps, whole numbers when all values are whole. */
export function scale(values: readonly number[]): { top: number; ticks: number[] } {
  const most = Math.max(0, ...values);
  const whole = values.every(Number.isInteger);
  if (most === 0) return { top: 1, ticks: [0, 1] };
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const found = [1, 2, 2.5, 5, 10].map((share) => share * power).find((step) => step * 4 >= most && (!whole || Number.isInteger(step)));
  const step = found ?? (whole ? Math.ceil(most / 4) : most / 4);
  const count = Math.ceil(most / step - 1e-9);
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12))) };
}

/** Rough width of a text in chart units: a Han character is about as wide as it is high, a letter a good half of that. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 14 : 7.6), 0);
}

/** A short name for a chart, the same for the same content, so that ids do not clash on one page. */
export function keyOf(content: unknown): string {
  let hash = 5381;
  for (const sign of JSON.stringify(content)) hash = (hash * 33 + (sign.codePointAt(0) ?? 0)) % 2 ** 31;
  return hash.toString(36);
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
