import { z } from 'zod';

// What forms and programs may say about delegations.

export const id = z.uuid('input.not-usable');
/** A Shanghai day, 2026-11-28. */
export const day = z.iso.date('input.not-usable');
export const text = (longest: number) => z.string().trim().min(1, 'input.needed').max(longest, 'input.too-long');
/** An amount of money as people write it, `300` or `12.50`; comes out in fen. At most a million yuan. */
export const cents = z
  .string()
  .trim()
  .regex(/^\d{1,7}(\.\d{1,2})?$/, 'input.not-usable')
  .transform((written) => Math.round(Number(written) * 100))
  .refine((amount) => amount > 0 && amount <= 100_000_000, 'input.not-usable');
export const ways = ['page', 'phone', 'paper', 'visit'] as const;
