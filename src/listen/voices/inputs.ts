import { z } from 'zod';

// The shapes of what people type, shared by the commands of a voice. Messages are refusal codes; pages put them into words.

/** Text of at most `most` characters, trimmed, without control characters that could hide or reorder words. */
export function words(most: number) {
  return z
    .string({ error: 'input.needed' })
    .transform((text) => text.replace(hidden, '').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'input.needed').max(most, 'input.too-long'));
}

const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date('input.not-a-day');

export const email = z.email('input.not-an-email').max(254, 'input.too-long');

export const id = z.uuid('input.not-found');

/** One to five stars, as a form or an API sends them. */
export const rating = z.coerce
  .number('voice.rating-needed')
  .int('voice.rating-needed')
  .min(1, 'voice.rating-needed')
  .max(5, 'voice.rating-needed');
