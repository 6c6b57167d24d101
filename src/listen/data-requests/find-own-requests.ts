import { numberOf } from '#foundation/text/yearly-number.ts';
import { isId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Outcome, RequestKind } from './data-request.ts';

/** A request as the one who asked sees it: what, until when, and what became of it with the reason. */
export type OwnRequest = {
  id: string;
  kind: RequestKind;
  number: string | null;
  askedAt: Date;
  dueAt: Date;
  outcome: Outcome | null;
  reason: string | null;
  decidedAt: Date | null;
};

/** What whoever asks has asked for, newest first, at most 50: all of a signed-in person's, of a holder's that voice's. */
export async function findOwnRequests(viewer: Viewer, communityId: number): Promise<OwnRequest[]> {
  const { personId, holds } = viewer;
  const voiceId = holds?.communityId === communityId && isId(holds.voiceId) ? holds.voiceId : null;
  if (!personId && !voiceId) return [];
  const rows = await database()
    .selectFrom('data_requests')
    .leftJoin('data_request_decisions as decision', (join) =>
      join.onRef('decision.community_id', '=', 'data_requests.community_id').onRef('decision.request_id', '=', 'data_requests.id'),
    )
    .leftJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'data_requests.community_id').onRef('voices.id', '=', 'data_requests.voice_id'),
    )
    .leftJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select([
      'data_requests.id',
      'data_requests.kind',
      'voices.year',
      'voices.serial',
      'asked_at as askedAt',
      'data_requests.due_at as dueAt',
      'decision.outcome',
      'decision.reason',
      'decision.decided_at as decidedAt',
    ])
    .$narrowType<Pick<OwnRequest, 'kind' | 'outcome'>>()
    .where('data_requests.community_id', '=', communityId)
    .where((eb) =>
      voiceId
        ? eb('data_requests.voice_id', '=', voiceId)
        : eb.or([eb('data_requests.person_id', '=', personId), eb('reporters.person_id', '=', personId)]),
    )
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ year, serial, ...row }) => ({ ...row, number: numberOf(year, serial) }));
}
