import { z } from 'zod';
import { cleanName } from './clean-name.ts';

// What people type about places. Messages are refusal codes; pages put them into words.

/** A name of at most `most` characters, cleaned. */
export function name(most: number) {
  return z.string({ error: 'input.needed' }).transform(cleanName).pipe(z.string().min(1, 'input.needed').max(most, 'input.too-long'));
}

export const placeNameMost = 40;
export const placeName = name(placeNameMost);
export const id = z.uuid('input.not-found');
/** As printed on the office door; kept as people write it, it is read and not dialled by us. */
export const officePhone = z
  .string()
  .transform(cleanName)
  .pipe(z.string().regex(/^[+\d][\d\s\-()]{2,24}$/, 'input.not-a-phone'));
