// How much somebody may send at once, decided before a byte of it is read: a page is small, a table is larger, photos are
// large, and all large ones together must fit into the machine (ASVS 5.0, 5.2.1 and 15.2.2).

const mega = 1024 * 1024;
/** Five photos of 15 MB and room for the words; a table of 5 MB; everything else is a form or a little JSON. */
export const bodyLimits = { photos: 80 * mega, table: 6 * mega, form: mega, witness: 16 * 1024 } as const;
/** Of large bodies under way at once, all visitors together. */
export const largeBodiesTogether = 256 * mega;

const takesPhotos =
  /^(\/staff)?\/c\/[^/]+\/(?:voices|blog)\/[^/]+$|^\/api\/v1\/communities\/[^/]+\/voices(\/[^/]+\/addition)?$|^\/open311\/v2\/requests(\.(xml|json))?$/u;
const takesTable = /^\/staff\/c\/[^/]+\/(places|hotline\/import)$|^\/staff\/administration\/calendar$/u;

/** A ledger that asks us to bear witness (src/ledger/witness/request.ts); programs nobody knows may knock there. */
const takesCheckpoint = '/ledger/witness/add-checkpoint';

export type Sent = { method: string; path: string; length: string | undefined; chunked: boolean };

/** How many bytes a body at this address may have. */
export function mostBytesAt(path: string): number {
  if (path === takesCheckpoint) return bodyLimits.witness;
  if (takesPhotos.test(path)) return bodyLimits.photos;
  return takesTable.test(path) ? bodyLimits.table : bodyLimits.form;
}

/** 411 without an announced length, 413 for too much, null when it may come in. Browsers always announce the length of a form. */
export function whyNotBody({ method, path, length, chunked }: Sent): 411 | 413 | null {
  if (method === 'GET' || method === 'HEAD') return chunked || Number(length ?? 0) > 0 ? 413 : null;
  if (chunked || (length !== undefined && !/^\d{1,12}$/u.test(length))) return 411;
  return Number(length ?? 0) > mostBytesAt(path) ? 413 : null;
}

/** Counts the large bodies under way. `enter` says no (false) when this one would be too much; `leave` gives its room back. */
export function largeBodies(together: number = largeBodiesTogether) {
  let underWay = 0;
  const weight = (length: number) => (length > bodyLimits.form ? length : 0);
  return {
    enter(length: number): boolean {
      if (underWay + weight(length) > together) return false;
      underWay += weight(length);
      return true;
    },
    leave(length: number): void {
      underWay -= weight(length);
    },
  };
}
