import { formatNumber } from '#listen/voices/index.ts';

/** The number that should have come next, if days that follow one another leave one out. A new year begins anew. */
export function missingNumber(before: string | null, first: string | null): string | null {
  if (first === null) return null;
  const [year, serial] = partsOf(first);
  const [lastYear, lastSerial] = before === null ? [year, serial - 1] : partsOf(before);
  const expected = lastYear === year ? lastSerial + 1 : 1;
  return serial === expected ? null : formatNumber(year, expected);
}

function partsOf(number: string): [number, number] {
  const [year, serial] = number.split('-').map(Number);
  return [year ?? 0, serial ?? 0];
}
