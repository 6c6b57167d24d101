/* Counts side by side (by channel, by building). Counts too small to show without pointing at somebody stay hidden:
   the same short dotted stub for each, whatever the number is. */
import { chartWidth, frame, label, round, widthOf } from './chart-parts.ts';
import type { Tone } from './chart-parts.ts';

export type BarInput = {
  title: string;
  /** `null` = hidden because the group is too small */
  bars: readonly { label: string; value: number | null; tone?: Tone | undefined }[];
  /** the words for a hidden count, such as "<10" */
  hidden: string;
  tone?: Tone | undefined;
  format?: ((value: number) => string) | undefined;
};

const stub = 26;

/** Draws horizontal bars. Pure; returns a complete `<svg>` without style attributes or scripts. Values ≥ 0, any unit. */
export function barChart(input: BarInput): string {
  const format = input.format ?? String;
  const widest = Math.max(0, ...input.bars.map((one) => widthOf(one.label)));
  const above = widest > 120;
  const left = above ? 0 : widest + 10;
  const room = Math.max(widthOf(input.hidden), ...input.bars.map((one) => (one.value === null ? 0 : widthOf(format(one.value))))) + 10;
  const most = Math.max(1, ...input.bars.map((one) => one.value ?? 0));
  const pitch = above ? 50 : 30;
  const rows = input.bars.map((one, at) => {
    const y = at * pitch + (above ? 22 : 4);
    const tone = one.tone ?? input.tone ?? 'listen';
    const length = one.value === null ? stub : ((chartWidth - left - room) * one.value) / most;
    const ink = one.value === null ? 'fill="none" stroke="currentColor" stroke-dasharray="2 3"' : 'fill="currentColor"';
    const drawn = `<rect class="tone ${tone}" x="${round(left + 1)}" y="${y}" width="${round(length)}" height="18" ${ink}/>`;
    return (
      label(one.label, above ? 0 : left - 9, y + (above ? -6 : 14), above ? 'start' : 'end') +
      drawn +
      label(one.value === null ? input.hidden : format(one.value), left + length + 8, y + 14, 'start', one.value === null ? 'axis' : '')
    );
  });
  return frame(
    {
      title: input.title,
      description: input.bars.map((one) => `${one.label}: ${one.value === null ? input.hidden : format(one.value)}`).join('; '),
    },
    Math.max(1, input.bars.length) * pitch + 6,
    rows.join(''),
  );
}
