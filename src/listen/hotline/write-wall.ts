import { shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';

/** The time on the wall in Shanghai as spreadsheets understand it: `2026-11-27 09:05:00`. */
export function writeWall(at: Date): string {
  const day = shanghaiDay(at);
  const seconds = Math.floor((at.getTime() - startOfShanghaiDay(day).getTime()) / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
