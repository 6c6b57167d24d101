import { z } from 'zod';

const moment = z.iso.datetime({ offset: true });

/** W3C date and time in Shanghai's zone, to the second: 2026-11-23T19:20:00+08:00. */
export function writeMoment(at: Date): string {
  return new Date(Math.floor(at.getTime() / 1000) * 1000 + 8 * 3_600_000).toISOString().replace('.000Z', '+08:00');
}

/** Reads one, with its zone; null when it is none. An unencoded plus sign arrives as a blank and is taken for what it was. */
export function readMoment(text: string): Date | null {
  const plain = text.trim().replace(/ (\d{2}:\d{2})$/, '+$1');
  const read = moment.safeParse(plain);
  if (!read.success) return null;
  const at = new Date(plain);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1900 || at.getUTCFullYear() > 9000 ? null : at;
}
