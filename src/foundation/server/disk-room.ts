import { statfs } from 'node:fs/promises';
import { NoRoom } from '#foundation/outage.ts';

// How much room the disk has left. Writing stops while there is still enough for the database to put itself in order:
// a database that meets a wholly full disk goes down, and with it all reading.

/** Some of the database's own log files (16 MB each). */
const least = 96 * 1024 * 1024;
let full = false;
let timer: NodeJS.Timeout | null = null;

/** Looks every second at the disk of the embedded database's folder (there is none when it runs elsewhere). */
export async function watchDisk(folder: string): Promise<void> {
  stopWatchingDisk();
  const look = async () => {
    const now = (await roomOf(folder)) < least;
    if (now !== full)
      console.error(now ? '· The disk is almost full: nothing new is taken in until there is room' : '· There is room again');
    full = now;
  };
  await look();
  timer = setInterval(() => void look(), 1000).unref();
}

export function stopWatchingDisk(): void {
  if (timer) clearInterval(timer);
  timer = null;
  full = false;
}

/** Throws NoRoom while a disk is almost full. */
export function refuseWithoutRoom(): void {
  if (full) throw new NoRoom('the disk is almost full');
}

/** Bytes an ordinary user may still write; a folder that can't be asked is no reason to stop. */
async function roomOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
