// How big a list a community may bring in one file: generous for a neighbourhood, small for the machine.
import { Invalid } from '#foundation/refusal.ts';

export const tableLimits = {
  fileBytes: 5 * 1024 * 1024,
  unpackedBytes: 50 * 1024 * 1024,
  entries: 1000,
  rows: 20_000,
  columns: 60,
  cellCharacters: 2000,
};

/** The refusal of a whole file: `table.too-large`, `table.not-readable`, `table.too-many-rows` or `table.empty`. */
export function tableRefusal(code: string): Invalid {
  return new Invalid([{ field: 'file', code }]);
}

/** Keeps a refusal as it is; whatever else went wrong inside a parser means that the file cannot be read. */
export function asTableRefusal(error: unknown): Invalid {
  return error instanceof Invalid ? error : tableRefusal('table.not-readable');
}
