import { destroySubjectKey } from '#foundation/personal/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { eraseFields } from './erase-fields.ts';

/**
 * Within a command: what is kept of somebody who rang and of whom nothing more is needed goes, and its key with it.
 * `reason`: a short code. The row stays, empty.
 */
export async function eraseReporter(
  act: Act,
  communityId: number,
  reporterId: string,
  { by, reason }: { by: string | null; reason: string },
): Promise<void> {
  await eraseFields(act, 'reporter', communityId, reporterId);
  await destroySubjectKey(act, { communityId, id: reporterId }, { by, reason });
}
