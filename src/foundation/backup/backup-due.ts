import { shanghaiDay, shiftDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';

const hour = 3_600_000;
const halfPastTwo = 2.5 * hour;

/** When the nightly back-up was due last: 02:30 in Shanghai, today's or yesterday's. */
export function lastDueAt(now: Date): Date {
  const today = new Date(startOfShanghaiDay(now).getTime() + halfPastTwo);
  return today <= now ? today : new Date(startOfShanghaiDay(shiftDay(shanghaiDay(now), -1)).getTime() + halfPastTwo);
}

/** Whether a back-up is to be made now: none was verified since the last 02:30. A machine that slept then catches up. */
export function backupDue(now: Date, verifiedAt: Date | null): boolean {
  return verifiedAt === null || verifiedAt < lastDueAt(now);
}

/** Whether somebody should worry: the last verified back-up is older than 36 hours, or there is none. */
export function backupLate(now: Date, verifiedAt: Date | null): boolean {
  return verifiedAt === null || now.getTime() - verifiedAt.getTime() > 36 * hour;
}
