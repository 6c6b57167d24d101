import { Forbidden, Missing, TooMany } from '#foundation/refusal.ts';
import { logUnforeseen } from '#foundation/log-unforeseen.ts';
import { recordRefusal, type Turned, type Viewer } from '#community/people/index.ts';

/** Has it written down that a program was turned away, and throws on. Nobody waits for the writing. */
export function noteRefusal(viewer: Viewer, turned: Omit<Turned, 'status'>, error: unknown): never {
  const status = error instanceof Forbidden ? 403 : error instanceof Missing ? 404 : error instanceof TooMany ? 429 : null;
  if (status !== null) {
    const crossSite = error instanceof Forbidden && error.code === 'access.cross-site';
    recordRefusal(viewer, { ...turned, status, crossSite }).catch((failed: unknown) => logUnforeseen('note of a refusal', failed));
  }
  throw error;
}
