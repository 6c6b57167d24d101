/* How something went over time, as a small SVG: bars while they fit, lines when there are many. */
import { bar, chartWidth, frame, hatch, hatchId, keyOf, label, mark, round, rule, scale, widthOf } from './chart-parts.ts';
import type { Tone } from './chart-parts.ts';

/** `null` = not known or not to be shown: a gap, never a zero. */
export type TrendSeries = { name: string; values: readonly (number | null)[]; tone: Tone };
export type TrendInput = {
  title: string;
  labels: readonly string[];
  series: readonly TrendSeries[];
  format?: ((value: number) => string) | undefined;
  /** what stands for `null` in the spoken description */
  gap?: string | undefined;
};

type Plan = { left: number; top: number; bottom: number; slot: number; y: (value: number) => number; key: string };

const plotHeight = 150;
const mostBars = 26;
const mostSpoken = 10;

/** Draws a trend. Pure; returns a complete `<svg>` without style attributes or scripts. Values ≥ 0, any unit. */
export function trendChart(input: TrendInput): string {
  const format = input.format ?? String;
  const known = input.series.flatMap((one) => one.values.filter((value) => value !== null));
  const { top, ticks } = scale(known);
  const asBars = input.labels.length * input.series.length <= mostBars;
  const legend = drawLegend(input, asBars);
  const spoken = asBars && input.labels.length * input.series.length <= mostSpoken;
  const left = spoken ? 0 : Math.max(...ticks.map((tick) => widthOf(format(tick)))) + 8;
  const plan: Plan = {
    left,
    top: legend.height + 12,
    bottom: legend.height + 12 + plotHeight,
    slot: (chartWidth - left - 4) / Math.max(1, input.labels.length),
    y: (value) => legend.height + 12 + plotHeight * (1 - value / top),
    key: keyOf([input.title, input.labels, input.series]),
  };
  // Bars that carry their numbers need no scale beside them.
  const grid = ticks
    .filter((tick) => tick === 0 || !spoken)
    .map(
      (tick) =>
        rule(left, plan.y(tick), chartWidth, plan.y(tick), tick === 0 ? 'base' : 'grid') +
        (spoken ? '' : label(format(tick), left - 6, plan.y(tick) + 4, 'end', 'axis')),
    )
    .join('');
  const defs = asBars ? `<defs>${input.series.map((one, at) => hatch(plan.key, at, one.tone)).join('')}</defs>` : '';
  const body = input.series.map((one, at) => (asBars ? drawBars(one, at, input, plan) : drawLine(one, at, plan))).join('');
  return frame(
    { title: input.title, description: describe(input) },
    plan.bottom + 22,
    defs + legend.body(plan.key) + grid + body + drawLabels(input, plan),
  );
}

function drawBars(one: TrendSeries, at: number, input: TrendInput, plan: Plan): string {
  const width = Math.min(26, (plan.slot * 0.76) / input.series.length);
  const start = (plan.slot - width * input.series.length) / 2;
  const spoken = input.labels.length * input.series.length <= mostSpoken;
  return one.values
    .map((value, slot) => {
      if (value === null) return '';
      const x = plan.left + slot * plan.slot + start + at * width;
      const number = spoken ? label((input.format ?? String)(value), x + width / 2, plan.y(value) - 4, 'middle') : '';
      return (
        bar(plan.key, at, one.tone, { x: x + 0.5, y: plan.y(value), width: width - 1.5, height: plan.bottom - plan.y(value) }) + number
      );
    })
    .join('');
}

function drawLine(one: TrendSeries, at: number, plan: Plan): string {
  let pen = 'M';
  const steps: string[] = [];
  const marks: string[] = [];
  one.values.forEach((value, slot) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    const x = plan.left + (slot + 0.5) * plan.slot;
    steps.push(`${pen}${round(x)} ${round(plan.y(value))}`);
    marks.push(mark(at, x, plan.y(value)));
    pen = 'L';
  });
  // On a long line a mark at every point would be a smear: keep about a dozen, and always the last.
  const every = Math.ceil(marks.length / 12);
  const shown = marks.filter((_, place) => (marks.length - 1 - place) % every === 0);
  return `<g class="tone ${one.tone}"><path d="${steps.join('')}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"${dash(at)}/>${shown.join('')}</g>`;
}

function dash(at: number): string {
  const pattern = ['', '6 3', '2 3', '8 3 2 3'][at % 4] ?? '';
  return pattern === '' ? '' : ` stroke-dasharray="${pattern}"`;
}

function drawLabels(input: TrendInput, plan: Plan): string {
  const widest = Math.max(0, ...input.labels.map(widthOf));
  // The last label may have to move left to stay inside the frame: leave room for that.
  const moved = Math.max(0, (widest - plan.slot) / 2 - 4);
  const every = Math.max(1, Math.ceil((widest + moved + 5) / plan.slot));
  return input.labels
    .map((text, at) => {
      if ((input.labels.length - 1 - at) % every !== 0) return '';
      const half = widthOf(text) / 2;
      return label(text, Math.min(chartWidth - half, plan.left + (at + 0.5) * plan.slot), plan.bottom + 17, 'middle', 'axis');
    })
    .join('');
}

function drawLegend(input: TrendInput, asBars: boolean): { height: number; body: (key: string) => string } {
  if (input.series.length < 2) return { height: 4, body: () => '' };
  let x = 0;
  let y = 12;
  const places = input.series.map((one) => {
    const width = 22 + widthOf(one.name) + 14;
    if (x > 0 && x + width > chartWidth) {
      x = 0;
      y += 20;
    }
    const place = { x, y };
    x += width;
    return place;
  });
  return {
    height: y + 8,
    body: (key) =>
      places
        .map((place, at) => {
          const one = input.series[at];
          if (one === undefined) return '';
          const sign = asBars
            ? `<rect class="tone ${one.tone}" x="${round(place.x + 1)}" y="${place.y - 10}" width="14" height="12" fill="url(#${hatchId(key, at)})" stroke="currentColor"/>`
            : `<g class="tone ${one.tone}"><path d="M${round(place.x)} ${place.y - 4}h18" stroke="currentColor" stroke-width="2"${dash(at)}/>${mark(at, place.x + 9, place.y - 4)}</g>`;
          return sign + label(one.name, place.x + 22, place.y);
        })
        .join(''),
  };
}

function describe(input: TrendInput): string {
  const format = input.format ?? String;
  return input.series
    .map(
      (one) =>
        `${one.name}: ${one.values.map((value, at) => `${input.labels[at] ?? ''} ${value === null ? (input.gap ?? '–') : format(value)}`).join(', ')}`,
    )
    .join('; ');
}
