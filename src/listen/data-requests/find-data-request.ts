import { numberOf } from '#foundation/text/yearly-number.ts';
import { Missing } from '#foundation/refusal.ts';
import { isId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { actorKey, readPersonalData, servesAnywhere, type Viewer } from '#community/people/index.ts';
import { isOpen, loadVoice } from '#listen/voices/index.ts';
import type { DataRequest, Outcome, RequestKind, RequestWay } from './data-request.ts';
import type { RequestRef } from './load-request.ts';
import { requestsVisibleTo } from './request-access.ts';
import { whyNotDecide } from './why-not-request.ts';

/** One request for whoever decides it. `stillOpen`: a matter in it isn't finished. `serves`: the person works or worked here. */
export type RequestPage = {
  id: string;
  kind: RequestKind;
  way: RequestWay;
  number: string | null;
  name: string | null;
  wish: string | null;
  insists: boolean;
  askedAt: Date;
  dueAt: Date;
  enteredBy: string | null;
  outcome: Outcome | null;
  reason: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  stillOpen: boolean;
  erased: boolean;
  serves: boolean;
  whyNot: string | null;
};

/** Throws Missing when it is not there, or behind the wall. */
export async function findDataRequest(viewer: Viewer, { communityId, id }: RequestRef): Promise<RequestPage> {
  const row = isId(id) ? await query(viewer, communityId, id).executeTakeFirst() : undefined;
  if (!row) throw new Missing();
  const { voiceId, personId, askedBy, year, serial, ...page } = row;
  const voice = voiceId ? await loadVoice(database(), viewer, { communityId, id: voiceId }) : null;
  const request: DataRequest = { communityId, id, kind: row.kind, voiceId, personId, askedBy, dueAt: row.dueAt, outcome: row.outcome };
  return {
    ...page,
    name: personId && request.outcome === null ? await nameOf(viewer, communityId, personId) : null,
    number: numberOf(year, serial),
    stillOpen: voice !== null && isOpen(voice),
    erased: voice?.erased ?? false,
    serves:
      personId !== null &&
      (await database()
        .transaction()
        .execute((trx) => servesAnywhere({ trx }, personId))),
    whyNot: whyNotDecide(request, viewer),
  };
}

/** Whose data it is, is opened for whoever has to see that it is they; the person reads that it was. */
async function nameOf(viewer: Viewer, communityId: number, personId: string): Promise<string | null> {
  return perform({ actor: actorKey(viewer), verb: 'data_request.read', input: null }, undefined, async (act) => {
    const look = { communityId, table: 'people', ids: [personId], fields: ['name'], purpose: 'request' } as const;
    return (await readPersonalData(act, viewer, look)).get(personId)?.name || null;
  });
}

function query(viewer: Viewer, communityId: number, id: string) {
  return database()
    .selectFrom('data_requests')
    .leftJoin('data_request_decisions as decision', (join) =>
      join.onRef('decision.community_id', '=', 'data_requests.community_id').onRef('decision.request_id', '=', 'data_requests.id'),
    )
    .leftJoin('voices as about', (join) =>
      join.onRef('about.community_id', '=', 'data_requests.community_id').onRef('about.id', '=', 'data_requests.voice_id'),
    )
    .leftJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'about.community_id').onRef('reporters.id', '=', 'about.reporter_id'),
    )
    .leftJoin('people as clerk', 'clerk.id', 'data_requests.entered_by')
    .leftJoin('people as decider', 'decider.id', 'decision.decided_by')
    .select((eb) => [
      'data_requests.id',
      'data_requests.kind',
      'data_requests.way',
      'data_requests.voice_id as voiceId',
      'data_requests.person_id as personId',
      eb.fn.coalesce('data_requests.person_id', 'reporters.person_id').as('askedBy'),
      'about.year',
      'about.serial',
      'data_requests.wish',
      'data_requests.insists',
      'asked_at as askedAt',
      'data_requests.due_at as dueAt',
      'clerk.name as enteredBy',
      'decision.outcome',
      'decision.reason',
      'decision.decided_at as decidedAt',
      'decider.name as decidedBy',
    ])
    .$narrowType<Pick<RequestPage, 'kind' | 'way' | 'outcome'>>()
    .where(requestsVisibleTo(viewer, communityId))
    .where('data_requests.id', '=', id);
}
