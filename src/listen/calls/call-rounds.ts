import { nextWorkingDay, shanghaiDay, startOfShanghaiDay, type Calendar } from '#foundation/calendar/index.ts';

// The answering machine is heard on working days at nine and at four (method.md 4).

const hour = 3_600_000;
const rounds = [9, 16];

/** The first round after `at`, at which a call of that moment is heard at the latest. */
export function nextRound(calendar: Calendar, at: Date): Date {
  const today = shanghaiDay(at);
  const ahead = rounds.map((round) => atHour(today, round)).find((round) => round > at);
  if (ahead && calendar.isWorkingDay(today)) return ahead;
  return atHour(nextWorkingDay(calendar, today), rounds[0] ?? 0);
}

/** Until when a call of that moment is dealt with: at the same hour of the working day after it was to be heard. */
export function callBackDue(calendar: Calendar, calledAt: Date): Date {
  const heard = nextRound(calendar, calledAt);
  const day = shanghaiDay(heard);
  return new Date(startOfShanghaiDay(nextWorkingDay(calendar, day)).getTime() + (heard.getTime() - startOfShanghaiDay(day).getTime()));
}

function atHour(day: string, hours: number): Date {
  return new Date(startOfShanghaiDay(day).getTime() + hours * hour);
}
