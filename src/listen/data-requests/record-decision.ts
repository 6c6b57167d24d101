import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { DataRequest, Outcome } from './data-request.ts';

type Decided = { id: string; outcome: Outcome; reason: string | null };

/** Within a command: the row that ends a request, and its event. */
export async function recordDecision(act: Act, viewer: Viewer, request: DataRequest, { id, outcome, reason }: Decided): Promise<void> {
  const { communityId, kind, dueAt } = request;
  await act.trx
    .insertInto('data_request_decisions')
    .values({
      community_id: communityId,
      id,
      request_id: request.id,
      outcome,
      reason,
      decided_at: act.now,
      decided_by: outcome === 'taken_back' ? null : viewer.personId,
    })
    .execute();
  await recordEvent(
    act,
    {
      communityId,
      name: 'data_request.decided',
      subjectId: request.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      dueAt,
      late: act.now > dueAt,
      data: { kind, outcome, row: id },
    },
    { content: { kind, outcome }, under: null },
  );
}
