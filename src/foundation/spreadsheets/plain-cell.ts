// What a person would have typed into the cell: the number without tricks, the day as it stands in the calendar.

/** Text stays; numbers in plain digits; dates `YYYY-MM-DD[ HH:mm[:ss]]`, times of day `HH:mm[:ss]`; empty is ''. */
export function plainCell(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return plainDate(value);
  return '';
}

/** A spreadsheet shows at most 15 digits; what lies behind them (0.30000000000000004) is noise of the binary format. */
function plainNumber(value: number): string {
  const shown = Number(value.toPrecision(15));
  const text = String(shown);
  if (!text.includes('e')) return text;
  return Math.abs(shown) >= 1 ? BigInt(shown).toString() : shown.toFixed(20).replace(/\.?0+$/, '');
}

/** Spreadsheet days know no time zone; the parser puts them into UTC, a hair early because days are fractions. */
function plainDate(value: Date): string {
  const [day = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split(/[T.]/);
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time;
  if (day === '1899-12-30' || day === '1899-12-31') return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}
