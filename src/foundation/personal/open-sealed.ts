import { openWith, type Bound, type SubjectKey } from './subject-key.ts';

/**
 * The one function that opens sealed personal data. Nothing but `readPersonalData` may import this file (held by
 * .dependency-cruiser.mjs): it writes down who looks, before it opens. Throws when the value was changed or moved.
 */
export function openSealed(key: SubjectKey, bound: Bound, sealed: Buffer): string {
  return openWith(key, bound, sealed);
}
