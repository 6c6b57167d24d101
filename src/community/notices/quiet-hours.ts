import { shanghaiDay, shiftDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';

type Hours = { quietFrom: number; quietTo: number };

/** The hour on the clock in Shanghai, 0–23. */
export function shanghaiHour(at: Date): number {
  return Math.floor((at.getTime() - startOfShanghaiDay(at).getTime()) / 3_600_000);
}

/** Whether nothing may ring at this moment; from 21 to 8 goes over midnight, from = to is never. */
export function isQuiet({ quietFrom, quietTo }: Hours, at: Date): boolean {
  const hour = shanghaiHour(at);
  return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/** When the quiet is over, for a moment that lies in it. */
export function endOfQuiet({ quietTo }: Hours, at: Date): Date {
  const today = new Date(startOfShanghaiDay(at).getTime() + quietTo * 3_600_000);
  return today > at ? today : new Date(startOfShanghaiDay(shiftDay(shanghaiDay(at), 1)).getTime() + quietTo * 3_600_000);
}
