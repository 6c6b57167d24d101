import { z } from 'zod';

// What forms and programs may say about meetings.

const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** A moment: with its offset, or as a clock on the wall in Shanghai shows it (`2026-12-02T14:00`). */
export const moment = z
  .string('input.needed')
  .trim()
  .transform((text) => new Date(local.test(text) ? `${text}+08:00` : text))
  .refine((at) => !Number.isNaN(at.getTime()), 'input.not-usable');

export const id = z.uuid('input.not-usable');
