import type { Progress, Stage } from '#foundation/backup/index.ts';

const words: Record<Stage, string> = { copying: 'Copying', checking: 'Reading back', trying: 'Restoring for trial' };

/** On a terminal one line per stage that counts up; elsewhere a line for every quarter of what takes longer than a second. */
export function progressLine(said: Partial<Record<Stage, string>> = {}): Progress {
  const terminal = process.stdout.isTTY;
  let stage: Stage | null = null;
  let began = 0;
  let last = -1;
  return (now, done, of) => {
    if (now !== stage) {
      if (terminal && stage !== null && last < 100) process.stdout.write('\n');
      [stage, began, last] = [now, Date.now(), -1];
    }
    const every = terminal ? 1 : 25;
    const percent = of === 0 ? 100 : Math.floor((100 * done) / of / every) * every;
    const soon = !terminal && percent < 100 && Date.now() - began < 1000;
    if (percent <= last || soon) return;
    last = percent;
    const ended = !terminal || percent === 100;
    process.stdout.write(`${terminal ? '\r' : ''}· ${said[now] ?? words[now]} … ${percent} %${ended ? '\n' : ''}`);
  };
}
