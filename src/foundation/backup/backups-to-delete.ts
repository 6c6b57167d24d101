import { shanghaiDay, shiftDay, weekdayOf } from '#foundation/calendar/index.ts';

export type BackupFile = { name: string; madeAt: Date };

const daily = 7;
const weekly = 4;
const oldest = 35 * 86_400_000;

/**
 * The names of the files whose time is over: kept are the newest of each of the last 7 days and of the last 4 weeks that
 * have one, and nothing older than 35 days, because a back-up still holds the keys of people who have since been erased.
 * The newest of all is never deleted, whatever its age.
 */
export function backupsToDelete(files: BackupFile[], now: Date): string[] {
  const newestFirst = files.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || (a.name < b.name ? 1 : -1));
  const young = newestFirst.filter(({ madeAt }) => now.getTime() - madeAt.getTime() <= oldest);
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...firstOfEach(young, ({ madeAt }) => shanghaiDay(madeAt)).slice(0, daily),
    ...firstOfEach(young, ({ madeAt }) => mondayOf(madeAt)).slice(0, weekly),
  ]);
  return newestFirst.filter((file) => !kept.has(file)).map(({ name }) => name);
}

function firstOfEach(files: BackupFile[], groupOf: (file: BackupFile) => string): BackupFile[] {
  const first = new Map<string, BackupFile>();
  for (const file of files) if (!first.has(groupOf(file))) first.set(groupOf(file), file);
  return [...first.values()];
}

function mondayOf(at: Date): string {
  const day = shanghaiDay(at);
  return shiftDay(day, -((weekdayOf(day) + 6) % 7));
}
