import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordEvent, type NewEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { VisitRef, VisitStage, VisitStep } from './visit.ts';

/** Within a command: the row of a step. `stage`: the visit stands there from now on. */
export async function takeStep(
  { trx, now }: Act,
  viewer: Viewer,
  { communityId, id }: VisitRef,
  { step, stage, way }: { step: VisitStep; stage?: VisitStage; way?: string },
): Promise<void> {
  await trx
    .insertInto('visit_steps')
    .values({ community_id: communityId, id: newId(now), visit_id: id, step, way: way ?? null, at: now, by_id: viewer.personId })
    .execute();
  if (stage) await trx.updateTable('visits').set({ stage }).where('community_id', '=', communityId).where('id', '=', id).execute();
}

/** The event of a step: identifiers and codes, never what somebody said. */
export async function noteStep(
  act: Act,
  viewer: Viewer,
  { communityId, id }: VisitRef,
  name: string,
  more: Pick<NewEvent, 'dueAt' | 'late' | 'data'> = {},
): Promise<void> {
  const actorRole = actingRole(viewer, communityId);
  await recordEvent(act, { communityId, name, subjectId: id, actorId: viewer.personId, actorRole, ...more });
}
