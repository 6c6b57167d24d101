import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { backupsToDelete, type BackupFile } from './backups-to-delete.ts';

const day = 86_400_000;
const now = new Date('2026-11-23T02:31:00+08:00');
const ago = (days: number): BackupFile => ({ name: `${days}`, madeAt: new Date(now.getTime() - days * day) });
const kept = (files: BackupFile[]) => {
  const over = new Set(backupsToDelete(files, now));
  return files.filter(({ name }) => !over.has(name));
};
const anyFiles = fc
  .array(fc.integer({ min: -2 * day, max: 90 * day }), { maxLength: 60 })
  .map((ages) => ages.map((age, at) => ({ name: `huiyin-${at}`, madeAt: new Date(now.getTime() - age) })));

test('one a night for a hundred nights: seven days, then one a week, nothing older than 35 days', () => {
  const nights = Array.from({ length: 100 }, (_, at) => ago(at));
  // 23 November 2026 is a Monday: the Sundays before it stand for their weeks.
  expect(kept(nights).map(({ name }) => name)).toEqual(['0', '1', '2', '3', '4', '5', '6', '8', '15']);
});

test('night after night, the week before still has its last one', () => {
  let files: BackupFile[] = [];
  for (let night = 0; night < 60; night++) {
    const at = new Date(now.getTime() + night * day);
    files.push({ name: `${night}`, madeAt: at });
    const over = new Set(backupsToDelete(files, at));
    files = files.filter(({ name }) => !over.has(name));
  }
  expect(files.map(({ name }) => name)).toEqual(['41', '48', '53', '54', '55', '56', '57', '58', '59']);
});

test('the newest is never deleted, however old', () => {
  expect(backupsToDelete([ago(400)], now)).toEqual([]);
  fc.assert(
    fc.property(anyFiles, (files) => {
      const newest = Math.max(...files.map(({ madeAt }) => madeAt.getTime()));
      return files.length === 0 || kept(files).some(({ madeAt }) => madeAt.getTime() === newest);
    }),
  );
});

test('what is kept is at most 11 files, nothing but the newest older than 35 days, and stays when asked again', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const left = kept(files);
      const old = left.filter(({ madeAt }) => now.getTime() - madeAt.getTime() > 35 * day);
      return left.length <= 11 && (old.length === 0 || left.length === 1) && backupsToDelete(left, now).length === 0;
    }),
  );
});

test('of each of the last seven days that have one, the newest stays', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      const young = files.filter(({ madeAt }) => now.getTime() - madeAt.getTime() <= 35 * day);
      const days = [...new Set(young.map(({ madeAt }) => shanghaiDay(madeAt)))].toSorted().slice(-7);
      const left = kept(files);
      return days.every((one) => {
        const newest = Math.max(...young.filter(({ madeAt }) => shanghaiDay(madeAt) === one).map(({ madeAt }) => madeAt.getTime()));
        return left.some(({ madeAt }) => madeAt.getTime() === newest);
      });
    }),
  );
});
