import type { BackupState } from '#community/people/index.ts';
import type { Fact } from '#ui/fact.ts';
import { m } from '#words';
import { sayMoment } from '../../say-date.ts';

// How the back-ups stand, in words for whoever looks after the house but not after databases.

export type BackupWords = { warning: string | null; failed: string | null; underWay: string | null; facts: Fact[] };

export function backupWords(state: BackupState): BackupWords {
  const { last, late, failed, asked, underWay } = state;
  const running = underWay && m[`people_backup_${underWay.stage}`]({ percent: underWay.percent });
  return {
    warning: late ? (last ? m.people_backup_late_title() : m.people_backup_never_title()) : null,
    failed: failed && m.people_backup_failed({ when: sayMoment(failed.at), why: failureWords[failed.why]() }),
    underWay: running ?? (asked ? m.people_backup_asked() : null),
    facts: [
      {
        term: m.people_backup_last(),
        text: last ? sayMoment(last.at) : m.people_backup_never(),
        iso: last?.at.toISOString(),
        strong: true,
      },
      ...(last ? factsOf(last) : []),
      { term: m.people_backup_where(), text: last ? `${state.folder}/${last.fileName}` : state.folder },
      { term: m.people_backup_nightly(), text: state.nightly ? m.people_backup_nightly_on() : m.people_backup_nightly_off() },
    ],
  };
}

function factsOf(last: NonNullable<BackupState['last']>): Fact[] {
  return [
    { term: m.people_backup_how(), text: last.how === 'restored' ? m.people_backup_restored() : m.people_backup_read() },
    { term: m.people_backup_size(), text: m.people_backup_size_text({ size: sayBytes(last.bytes), voices: last.voices }) },
  ];
}

function sayBytes(bytes: number): string {
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(1)} GB`;
}

const failureWords: Record<NonNullable<BackupState['failed']>['why'], () => string> = {
  'no-room': m.people_backup_failure_no_room,
  'not-writable': m.people_backup_failure_not_writable,
  damaged: m.people_backup_failure_damaged,
  'not-the-same': m.people_backup_failure_not_the_same,
  'under-way': m.people_backup_failure_under_way,
  stopped: m.people_backup_failure_stopped,
  database: m.people_backup_failure_database,
  refused: m.people_backup_failure_refused,
};
