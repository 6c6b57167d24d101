import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import type { DataRequest } from './data-request.ts';
import { requestsVisibleTo } from './request-access.ts';

export type RequestRef = { communityId: number; id: string };

/** For a command of the office: locks the request and reads it. Out of reach is Missing. */
export async function reachRequest(trx: Transaction<DB>, viewer: Viewer, ref: RequestRef): Promise<DataRequest> {
  await query(trx, ref)?.clearSelect().select('data_requests.id').forUpdate('data_requests').executeTakeFirst();
  const row = await query(trx, ref)?.where(requestsVisibleTo(viewer, ref.communityId)).executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** The same for the one who asked. */
export async function reachOwnRequest(trx: Transaction<DB>, viewer: Viewer, ref: RequestRef): Promise<DataRequest> {
  await query(trx, ref)?.clearSelect().select('data_requests.id').forUpdate('data_requests').executeTakeFirst();
  const row = await query(trx, ref)?.executeTakeFirst();
  const holds = row?.voiceId && viewer.holds?.communityId === ref.communityId && viewer.holds.voiceId === row.voiceId;
  const own = row?.askedBy && row.askedBy === viewer.personId;
  if (!row || (!holds && !own)) throw new Missing();
  return row;
}

function query(db: Kysely<DB>, { communityId, id }: RequestRef) {
  if (!isId(id)) return null;
  return db
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
    .select((eb) => [
      'data_requests.community_id as communityId',
      'data_requests.id',
      'data_requests.kind',
      'data_requests.voice_id as voiceId',
      'data_requests.person_id as personId',
      eb.fn.coalesce('data_requests.person_id', 'reporters.person_id').as('askedBy'),
      'data_requests.due_at as dueAt',
      'decision.outcome',
    ])
    .$narrowType<Pick<DataRequest, 'kind' | 'outcome'>>()
    .where('data_requests.community_id', '=', communityId)
    .where('data_requests.id', '=', id);
}
