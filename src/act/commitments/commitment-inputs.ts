import { z } from 'zod';

// The shapes of what people type about a promise.

export const id = z.uuid('input.not-usable');
/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date('input.not-a-day');
/** The paper or note something stands on: short, and to be found again. */
export const document = z.string('input.needed').trim().min(1, 'input.needed').max(120, 'input.too-long');
