import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '#foundation/secrets/key-file.ts';
import { BackupProblem } from './backup-problem.ts';
import type { Part } from './tar.ts';

// The pictures' folder as parts of a back-up: `pictures/<community>/<first two of id>/<id>.jpg` and `.thumb.jpg`.

const named = /^pictures\/[0-9a-f-]{1,36}\/[0-9a-f]{2}\/[0-9a-f-]{36}(\.thumb)?\.jpg$/;

/** Whether a part is a picture; nothing else is ever written into the folder, wherever its name points. */
export function isPicture(name: string): boolean {
  return named.test(name);
}

/** The names of all pictures; drafts of a moment are none. */
export async function pictureNames(dataFolder: string): Promise<string[]> {
  const found = await readdir(join(dataFolder, 'pictures'), { recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return found
    .map((path) => `pictures/${path.replaceAll('\\', '/')}`)
    .filter(isPicture)
    .toSorted();
}

/** Writes one picture back, safe on the disk when this returns. */
export async function putPictureBack(dataFolder: string, { name, bytes }: Part): Promise<void> {
  if (!isPicture(name)) throw new BackupProblem('damaged', `The back-up holds a file that is no picture (${name}): take another one.`);
  const path = join(dataFolder, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o750 });
  const file = await open(path, 'w', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
}
