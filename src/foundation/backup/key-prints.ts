import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readKeyFile } from '#foundation/secrets/key-file.ts';
import { BackupProblem } from './backup-problem.ts';

// Without these two files nothing that was kept sealed can be opened again, and no query code works.
const needed = ['installation.key', 'personal.key'];

/** SHA-256 of each line of the needed keys; the keys are random, so that their hashes tell nothing. */
export async function keyPrints(folder: string): Promise<Record<string, string[]>> {
  const prints: Record<string, string[]> = {};
  for (const name of needed) {
    const text = await readKeyFile(join(folder, name));
    if (text !== null) prints[name] = text.split('\n').map((line) => createHash('sha256').update(line.trim()).digest('hex'));
  }
  return prints;
}

/** Refuses with one sentence when the folder lacks what the back-up's data was closed with. Newer keys beside it do no harm. */
export async function assertKeysFit(folder: string, wanted: Record<string, string[]>): Promise<void> {
  const there = await keyPrints(folder);
  for (const [name, prints] of Object.entries(wanted)) {
    const path = join(folder, name);
    const found = there[name];
    if (!found)
      throw new BackupProblem('refused', `${path} is missing: first bring back the keys folder, which is kept apart from the back-ups.`);
    if (prints.some((print) => !found.includes(print)))
      throw new BackupProblem(
        'refused',
        `${path} is not the key this back-up's data was closed with: bring back the keys folder of that time.`,
      );
  }
}
