import { installation } from '#foundation/server/installation.ts';
import { appendErasures, type Erasure } from './erasure-journal.ts';

/**
 * After the commit and before anybody is told that it is done: the journal beside the keys, then the photos' files. Cut
 * short by a crash, the next start does the rest (`replayErasures`).
 */
export async function finishErasures(erasures: readonly Erasure[]): Promise<void> {
  await appendErasures(erasures);
  for (const erasure of erasures) await removeFiles(erasure);
}

/** Quiet when they are gone already. */
export async function removeFiles({ communityId, photos }: Erasure): Promise<void> {
  const { pictures } = installation();
  for (const photo of photos) await pictures.remove(String(communityId), photo);
}
