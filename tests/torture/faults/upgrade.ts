import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nothingYet, openScene, underFire, type Result, type Tell } from '../fire.ts';
import { makeInstallation, type Installation } from '../installation.ts';
import { query } from '../people.ts';

const house = join(import.meta.dirname, '../../..');
const firstNew = '0007';

/**
 * F15: a town written by the release before is brought up to date, and the process is killed while it applies each step;
 * then it starts as usual, and everything said before is there, to the byte.
 */
export async function upgradeKilled(tell: Tell): Promise<Result> {
  const result = nothingYet('killed in every step of an upgrade');
  const town = await makeInstallation({ HUIYIN_DEMO: '0' });
  try {
    const old = plantOld(town);
    if (old === null) result.notes.push('Without the history of this repository the upgrade begins with an empty database.');
    const steps = readdirSync(join(house, 'db/migrations'))
      .filter((name) => /\.(sql|ts)$/.test(name) && (old === null || name >= firstNew))
      .toSorted();
    town.preload = [join(import.meta.dirname, '../migration-shim.ts')];
    let before: string | null = null;
    // The last step several times more: around its commit, and in what comes after it.
    const strikes = [
      ...steps.map((step, at) => ({ step, after: [0, 3, 10, 30][at % 4] })),
      ...[20, 60, 150].map((after) => ({ step: steps.at(-1), after })),
    ];
    for (const [at, { step, after }] of strikes.entries()) {
      Object.assign(town.env, { HUIYIN_TORTURE_MIGRATION: step, HUIYIN_TORTURE_AFTER: String(after) });
      const { ended } = town.run();
      const code = await Promise.race([ended, wait(90_000)]);
      if (code !== null) throw new Error(`${step}: it was not killed (${code}):\n${town.said()}`);
      before ??= old === null ? null : await fingerprint(town);
      result.times++;
      tell(`upgrade: killed in ${step} (${at + 1} of ${strikes.length})`);
    }
    town.preload = [];
    town.env['HUIYIN_DEMO'] = '1';
    result.back.push(await town.start());
    if (before !== null && before !== (await fingerprint(town)))
      result.breaches.push('F15: what was said before the upgrade reads otherwise after it');
    // And it is a town like any other from here on.
    const after = await underFire(await openScene(town, tell), result.fault, 1, async () => {}, { calm: 600 });
    return { ...result, verdict: after.verdict, breaches: [...result.breaches, ...after.breaches] };
  } finally {
    await town.remove();
  }
}

/** A demo town as the release before these migrations planted it; null where the history isn't there. */
function plantOld(town: Installation): string | null {
  const folder = join(town.root, 'old');
  mkdirSync(folder);
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: house, stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim();
    const added = git('log', '--format=%H', '--diff-filter=A', '--', `db/migrations/${firstNew}_*`).split('\n').at(-1);
    const archive = join(town.root, 'old.tar');
    git('archive', '--output', archive, added ? `${added}^` : 'HEAD');
    execFileSync('tar', ['-xf', archive, '-C', folder]);
  } catch {
    return null;
  }
  symlinkSync(join(house, 'node_modules'), join(folder, 'node_modules'));
  const env = { ...process.env, HUIYIN_DATA: town.data };
  for (const args of [['bin/words.ts'], ['bin/demo.ts', 'small']])
    execFileSync(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
  return folder;
}

/** Of everything a resident has said and been told, in the order of the numbers. */
async function fingerprint(town: Installation): Promise<string> {
  const { rows } = await query<{ said: string }>(
    town.databaseUrl(),
    `select md5(coalesce(string_agg(community_id || ' ' || year || '-' || serial || ' ' || words || ' ' || stage, '|' order by community_id, year, serial), ''))
      || ' ' || (select count(*) from voice_answers) || ' ' || (select count(*) from reporters) as said from voices`,
  );
  return rows[0]?.said ?? '';
}

function wait(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('too slow'), ms).unref());
}
