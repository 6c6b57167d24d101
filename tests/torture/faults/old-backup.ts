import { execFile } from 'node:child_process';
import { cpSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { byProgram, intendAndAsk, startLoad } from '../load.ts';
import { nothingYet, openScene, verdictOn, type Result, type Tell } from '../fire.ts';
import { makeInstallation, pause, type Installation } from '../installation.ts';

const house = join(import.meta.dirname, '../../..');

/**
 * F9: a back-up is put back that is older than what was signed since. Huiyin refuses to open with it; only after a new
 * epoch of the ledger was begun, in the open, it does, and everything from before the back-up is there.
 */
export async function oldBackup(tell: Tell): Promise<Result> {
  const result = nothingYet('old back-up put back');
  const town = await makeInstallation({ HUIYIN_DEMO: '1' });
  try {
    await town.start();
    const scene = await openScene(town, tell, 'before');
    const load = startLoad(scene, 4);
    await pause(3000);
    await load.stop();
    result.verdict = await verdictOn(scene);
    if (town.env['HUIYIN_BACKUPS'] === undefined) throw new Error('there is no folder for back-ups');
    await run(town, 'bin/backup.ts');
    const file = readdirSync(town.env['HUIYIN_BACKUPS']).find((name) => name.endsWith('.backup')) ?? '';
    tell('A back-up is made; the town goes on for a while …');
    const later = await openScene(town, tell, 'later');
    for (let at = 0; at < 10; at++) {
      const words = `之后 ${at} ${Date.now()}`;
      await intendAndAsk(later, { what: 'voice', words, by: 'program' }, byProgram(later.people, words, 'program'));
    }
    await pause(2500);
    await town.stop();
    renameSync(town.data, `${town.data}.broken`);
    cpSync(join(town.env['HUIYIN_BACKUPS'], file), join(town.root, file));
    tell('The old back-up is put back …');
    const restored = await run(town, 'bin/restore.ts', join(town.root, file));
    const { ended } = town.run();
    const code = await Promise.race([ended, pause(60_000)]);
    if (code !== 1) result.breaches.push(`F9: with an old back-up it opened (${String(code)}): ${town.said().slice(-500)}`);
    result.notes.push(`It refused: ${(town.said() || restored).trim().split('\n').at(-1)}`);
    await run(town, 'bin/ledger.ts', 'epoch', '--reason', 'An old back-up was put back');
    result.back.push(await town.start());
    result.times = 1;
    // Its leaves stand in the epoch that has ended; the ledger's own examination goes through all of them.
    const again = await verdictOn({ ...scene, watcher: null });
    result.breaches.push(...again.breaches.map((breach) => `F9: ${breach}`));
    const examined = await run(town, 'bin/ledger.ts', 'fsck');
    if (!examined.includes('The ledger holds')) result.breaches.push(`F9: ${examined.trim()}`);
  } finally {
    await town.remove();
  }
  return result;
}

/** One of the administrator's commands; what it said. */
function run(town: Installation, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: house, env: { ...process.env, ...town.env } }, (_, said, complained) =>
      resolve(said + complained),
    );
  });
}
