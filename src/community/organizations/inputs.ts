import { z } from 'zod';

// What forms and programs may say about organizations.

export const id = z.uuid('input.not-usable');
export const name = z.string().trim().min(1, 'input.needed').max(80, 'input.too-long');
export const text = (longest: number) => z.string().trim().min(1, 'input.needed').max(longest, 'input.too-long');
/** A Shanghai day, 2026-11-28. */
export const day = z.iso.date('input.not-usable');
