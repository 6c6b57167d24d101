import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { recordResolution } from './record-vote.ts';
import type { ResolutionStep } from './resolution.ts';

/** Within a command: how it goes on with a resolution, with who and when, its event and its line in the ledger. */
export async function takeResolutionStep(
  act: Act,
  viewer: Viewer,
  one: { communityId: number; id: string; number: string },
  step: ResolutionStep,
  { reason, reference }: { reason?: string | undefined; reference?: string | undefined },
): Promise<void> {
  await act.trx
    .insertInto('resolution_steps')
    .values({
      community_id: one.communityId,
      id: newId(act.now),
      resolution_id: one.id,
      step,
      reason: reason ?? null,
      reference: reference ?? null,
      taken_at: act.now,
      taken_by: viewer.personId ?? '',
    })
    .execute();
  await recordResolution(act, viewer, one, step, { line: {} });
}
