import { z } from 'zod';

const cell = z.string('input.not-usable').max(2000, 'input.too-long');

/** A table as a page or a program carries it: rows as wide as the header, `line` as the spreadsheet counts it. */
export const ticketTableInput = z
  .object({
    header: z.array(cell).min(1, 'table.empty').max(60, 'table.too-large'),
    rows: z
      .array(z.strictObject({ line: z.int().min(1).max(2_000_000), cells: z.array(cell).max(60, 'table.too-large') }))
      .min(1, 'table.empty')
      .max(20_000, 'table.too-many-rows'),
  })
  .refine(({ header, rows }) => rows.every(({ cells }) => cells.length === header.length), {
    path: ['rows'],
    message: 'table.not-readable',
  });
