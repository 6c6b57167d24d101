import { logUnforeseen } from '#foundation/log-unforeseen.ts';

// Behind every other catch stands this one: an accident nobody foresaw is written down and does not take the house along
// (ASVS 5.0, 16.5.4). A transaction under way is undone by the database, so going on is safe; if accidents don't stop,
// the process ends, to be started again clean.

const tooMany = 20;
const within = 60_000;

/** Stands behind everything in this process. Call once, when it serves: until then an accident should stop the start. */
export function standLast(): void {
  const times: number[] = [];
  const note = (where: string) => (error: unknown) => {
    logUnforeseen(where, error);
    times.push(Date.now());
    if (times.filter((at) => Date.now() - at < within).length >= tooMany) process.exit(70);
  };
  process.on('uncaughtException', note('last resort'));
  process.on('unhandledRejection', note('last resort, of a promise'));
}
