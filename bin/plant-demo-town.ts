import { connect, disconnect, database } from '#foundation/server/database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import type { Settings } from '#foundation/settings.ts';
import { plantDemoTown, type Size } from '#demo/index.ts';

/** Plants the demo town into a migrated database, showing how far it is. With `ifEmpty` a database in use is left alone. */
export async function plantTown(settings: Settings, url: string, size: Size, { ifEmpty }: { ifEmpty: boolean }): Promise<void> {
  connect(url, 2);
  try {
    const inUse = await database().selectFrom('installations').select('one').executeTakeFirst();
    if (ifEmpty && inUse) return;
    await openFolder(settings);
    await plantDemoTown(size, progress());
  } finally {
    await disconnect();
  }
}

/** On a terminal one line that counts up; elsewhere a line for every fifth. */
function progress(): (done: number, of: number) => void {
  const terminal = process.stdout.isTTY;
  const every = terminal ? 1 : 20;
  let last = -1;
  return (done, of) => {
    const percent = Math.floor((100 * done) / of / every) * every;
    if (percent === last) return;
    last = percent;
    process.stdout.write(`${terminal ? '\r' : ''}· Planting the demo town … ${percent} %${terminal && percent < 100 ? '' : '\n'}`);
  };
}
