// The drawer in which a community keeps its photos: plain files that a person can copy, back up and count.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { ReEncodedPicture } from './re-encode-picture.ts';
import { syncFolder, writeWholeFile } from './write-whole-file.ts';

export type PictureSize = 'full' | 'thumbnail';

export type PictureStore = {
  /** Keeps both sizes; after it returns they survive a power cut. Throws `Missing` when an id is no UUID. */
  put(communityId: string, id: string, picture: Pick<ReEncodedPicture, 'jpeg' | 'thumbnail'>): Promise<void>;
  /** The JPEG, or null when there is none (or an id is no UUID). */
  read(communityId: string, id: string, size: PictureSize): Promise<Buffer | null>;
  /** Removes both sizes; quiet when they are gone already. Throws `Missing` when an id is no UUID. */
  remove(communityId: string, id: string): Promise<void>;
};

/** Opens the store at `folder`, as `<folder>/<communityId>/<first two of id>/<id>.jpg` and `.thumb.jpg`. */
export function openPictureStore(folder: string): PictureStore {
  return {
    async put(communityId, id, picture) {
      const full = pathOf(folder, communityId, id, 'full');
      await makeFolder(folder, dirname(full));
      // The full picture last: whoever sees it finds its thumbnail too.
      await writeWholeFile(pathOf(folder, communityId, id, 'thumbnail'), picture.thumbnail);
      await writeWholeFile(full, picture.jpeg);
    },
    async read(communityId, id, size) {
      if (!isFolder(communityId) || !isId(id)) return null;
      return readFile(pathOf(folder, communityId, id, size)).catch(nullWhenAbsent);
    },
    async remove(communityId, id) {
      const full = pathOf(folder, communityId, id, 'full');
      await rm(full, { force: true });
      await rm(pathOf(folder, communityId, id, 'thumbnail'), { force: true });
      // An erased photo must not come back with the power.
      await syncFolder(dirname(full)).catch(nullWhenAbsent);
    },
  };
}

/** Ids are checked here and nowhere else, so that no text from outside can ever walk out of the folder. */
function pathOf(folder: string, communityId: string, id: string, size: PictureSize): string {
  if (!isFolder(communityId) || !isId(id)) throw new Missing();
  return join(folder, communityId, id.slice(0, 2), size === 'full' ? `${id}.jpg` : `${id}.thumb.jpg`);
}

/** A community's number, or a UUID. */
function isFolder(communityId: string): boolean {
  return /^[1-9]\d{0,9}$/.test(communityId) || isId(communityId);
}

async function makeFolder(root: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o750 });
  if (first === undefined) return;
  await syncFolder(dirname(folder));
  await syncFolder(root);
}

function nullWhenAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
