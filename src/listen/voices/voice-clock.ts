import { addWorkingDays, type Calendar } from '#foundation/calendar/index.ts';
import type { Voice } from './voice.ts';

/** The defaults of the method, in working days unless named otherwise (method.md 0.6, 3.1). */
export const deadlines = {
  acknowledge: 1,
  triage: 1,
  assign: 1,
  /** [law Jinan-12345 24], counted from receiving. */
  answer: 5,
  decline: 2,
  extension: 10,
  followUp: 3,
  /** What is told by a person instead of a machine [D]. */
  tell: 1,
  redBeforeEscalation: 3,
  reopenCalendarDays: 90,
  unreachable: { tries: 3, ways: 2, calendarDays: 10 },
} as const;

/** When the answer to a voice received at `from` is due. */
export function answerDue(calendar: Calendar, from: Date): Date {
  return addWorkingDays(calendar, from, deadlines.answer);
}

/** The last moment at which the assignee may still decline; null before anybody is assigned. */
export function declineUntil(calendar: Calendar, voice: Pick<Voice, 'assignedAt'>): Date | null {
  return voice.assignedAt ? addWorkingDays(calendar, voice.assignedAt, deadlines.decline) : null;
}

/** The last moment at which a closed voice may be reopened; null while it was never closed. */
export function reopenUntil(voice: Pick<Voice, 'closedAt'>): Date | null {
  return voice.closedAt ? daysAfter(voice.closedAt, deadlines.reopenCalendarDays) : null;
}

export function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000);
}
