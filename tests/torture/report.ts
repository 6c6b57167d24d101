import { cpus, totalmem } from 'node:os';
import type { Result } from './fire.ts';

// What a torture run found, as a table for people.

export function isClean({ breaches, verdict }: Result): boolean {
  return breaches.length === 0 && (verdict?.breaches.length ?? 0) === 0;
}

export function tableOf(results: Result[]): string {
  const head = [
    'fault',
    'times',
    'requests',
    'acknowledged',
    'no answer at first',
    'lost',
    'twice',
    'acknowledged per s',
    'well again: median',
    'p95',
    'max',
    '',
  ];
  const rows = results.map((result) => {
    const { fault, skipped, times, verdict, back, perSecond } = result;
    if (skipped) return [fault, `not run: ${skipped}`, ...Array.from({ length: 10 }, () => '')];
    const found = verdict
      ? [verdict.requests, verdict.acknowledged, verdict.unknown, verdict.lost, verdict.twice].map(String)
      : ['', '', '', '', ''];
    const times2 = [0.5, 0.95, 1].map((share) => (back.length > 0 ? seconds(percentile(back, share)) : ''));
    return [fault, String(times), ...found, perSecond === null ? '' : perSecond.toFixed(0), ...times2, isClean(result) ? 'kept' : 'BROKEN'];
  });
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The page of the documentation: what is promised, what was measured, what is not protected. */
export function pageOf(results: Result[], minutes: number): string {
  const verdicts = results.flatMap(({ verdict }) => verdict ?? []);
  const sum = (value: (verdict: (typeof verdicts)[number]) => number) =>
    verdicts.reduce((all, one) => all + value(one), 0).toLocaleString('en');
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const notes = results.flatMap(({ fault, notes: said }) => said.map((note) => `- ${fault}: ${note}`));
  return `# Reliability

## What is promised on one machine

- What Huiyin acknowledged survives a crash of Huiyin, of PostgreSQL or of both, and a power cut. It answers only after the commit, and does not start on a database that is set up to forget (fsync, full_page_writes, synchronous_commit).
- A try whose answer got lost can be sent again with the same key as often as one likes: it is recorded once.
- While the database is away or the disk is full, whoever writes is told so in plain words (503, 507) and nothing is acknowledged. The embedded database is started again by itself; Huiyin reconnects to any other.
- Numbers run without gaps, and every acknowledged voice has its leaf in the public ledger.

## What is not protected

- The loss of the whole machine or its disk: what came after the last back-up that lies elsewhere is gone.
- A disk that claims to have written what it has not.
- A try that never got an answer and is never sent again may or may not have been recorded.
- Real power cuts are not part of the run below; killing both programs at once loses their memory, not what the operating system still holds.

## What was measured

\`npm run torture\` (${minutes} minutes) on ${machine}; the load and the checker ran on the same machine. Times are from the fault (or the return of disk space) until pages and database answered again; for a killed application they include starting it.

An independent checker wrote down every request before it was sent and every answer after it, both forced to disk, sent everything without an answer again with its own key, and then compared the database, the API and the ledger with its notes: ${sum((one) => one.requests)} requests, ${sum((one) => one.acknowledged)} acknowledged, ${sum((one) => one.unknown)} without an answer at first. **Acknowledged writes lost: ${sum((one) => one.lost)}. Duplicates: ${sum((one) => one.twice)}.** Read back one by one through the API: ${sum((one) => one.readBack)}.

${tableOf(results)}

${notes.join('\n')}

One fault alone: \`npm run torture -- --only app-kill --times 200\`. The checker alone, on any diary: \`node tests/torture/checker.ts DIARY ORIGIN DATABASE_URL\`.
`;
}

function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
