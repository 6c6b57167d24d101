import type { PublicVoice } from '#listen/voices/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import { daysAway } from '../../../say-date.ts';
import { sayPromisedDay } from '../../say-when.ts';

export type Promised = { day: string; dayInWords: string; title: string; href: string; distance: string };

/** A day that was set in public and is still to come; null when there is none. */
export function promiseOf(slug: string, voice: PublicVoice): Promised | null {
  if (!voice.scheduledFor) return null;
  const days = daysAway(new Date(`${voice.scheduledFor}T12:00:00+08:00`));
  if (days < 0) return null;
  const distance =
    days === 0 ? m.resident_promised_today() : days === 1 ? m.resident_promised_one_day() : m.resident_promised_days({ days });
  return {
    day: voice.scheduledFor,
    dayInWords: sayPromisedDay(voice.scheduledFor),
    title: voice.title,
    href: paths.voice(slug, voice.number),
    distance,
  };
}
