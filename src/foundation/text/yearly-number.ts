// A number that is counted anew every year, as people read it aloud.

/** `2026-000123`: the year and a number without gaps. */
export function formatNumber(year: number, serial: number): string {
  return `${year}-${String(serial).padStart(6, '0')}`;
}

/** The number of what a row may or may not be about. */
export function numberOf(year: number | null, serial: number | null): string | null {
  return year === null || serial === null ? null : formatNumber(year, serial);
}
