import { z } from 'zod';

// The shapes of what people type at the door and about each other. Messages are refusal codes; pages put them into words.

/** One line of at most `most` characters, trimmed, without characters that could hide or reorder others. */
export function line(most: number) {
  return z
    .string({ error: 'input.needed' })
    .transform((text) => text.normalize('NFC').replace(hidden, '').trim())
    .pipe(z.string().min(1, 'input.needed').max(most, 'input.too-long'));
}

const hidden = /[\p{Cc}\u200B\u202A-\u202E\u2066-\u2069]/gu;

/** Letters (also Chinese), then digits, dots and dashes; never only digits, which would be a phone number. */
export const username = line(32)
  .transform((text) => text.normalize('NFKC').toLowerCase())
  .pipe(z.string().regex(/^\p{L}[\p{L}\p{N}._-]{1,31}$/u, 'input.not-a-username'));

/** A phone number as digits with an optional plus; the country code of mainland China is dropped, so one number is one person. */
export const phone = z
  .string({ error: 'input.needed' })
  .transform(plainPhone)
  .pipe(
    z
      .string()
      .min(1, 'input.needed')
      .regex(/^\+?\d{6,15}$/, 'input.not-a-phone'),
  );

/** A password as typed: never trimmed. The rule for new ones is `whyNotPassword`. */
export const password = z.string({ error: 'input.needed' }).min(1, 'input.needed').max(1000, 'password.too-long');

export const id = z.uuid('input.not-found');

export function plainPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}()]/gu, '')
    .replace(/^(\+|00)86(?=1\d{10}$)/, '');
}
