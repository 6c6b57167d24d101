import { z } from 'zod';

const table = z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() });
const sequence = z.object({ name: z.string(), value: z.string(), called: z.boolean() });

/** What a back-up says of itself: its first part, `about.json`. */
export const aboutSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  version: z.string(),
  /** applied when it was made, in order */
  migrations: z.array(z.string()).min(1),
  tables: z.array(table),
  sequences: z.array(sequence),
  jobs: z.number().int(),
  /** SHA-256 of every line of the keys without which the data can't be read, by file */
  keys: z.record(z.string(), z.array(z.string())),
  ledger: z.object({ size: z.number().int(), root: z.string() }).nullable(),
});
export type About = z.infer<typeof aboutSchema>;

/** Rows of all tables. */
export function rowsOf(about: About): number {
  return about.tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** Rows of one table; 0 when the schema of the time didn't have it. */
export function rowsIn(about: About, name: string): number {
  return about.tables.find((one) => one.name === name)?.rows ?? 0;
}
