import { numberOf } from '#foundation/text/yearly-number.ts';
import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Outcome, RequestKind, RequestWay } from './data-request.ts';
import { requestsVisibleTo, worksOnRequests } from './request-access.ts';

/** A request as the office lists it. `number`: of the voice it is about; null: about everything of one person, whose name isn't opened for a list. */
export type RequestRow = {
  id: string;
  kind: RequestKind;
  way: RequestWay;
  number: string | null;
  askedAt: Date;
  dueAt: Date;
  late: boolean;
  outcome: Outcome | null;
  decidedAt: Date | null;
};

/** The open requests by due date, or those decided, newest first; at most 200. Throws Forbidden. */
export async function findDataRequests(viewer: Viewer, communityId: number, which: 'open' | 'decided'): Promise<RequestRow[]> {
  if (!worksOnRequests(viewer, communityId)) throw new Forbidden();
  const open = which === 'open';
  const rows = await database()
    .selectFrom('data_requests')
    .leftJoin('data_request_decisions as decision', (join) =>
      join.onRef('decision.community_id', '=', 'data_requests.community_id').onRef('decision.request_id', '=', 'data_requests.id'),
    )
    .leftJoin('voices as about', (join) =>
      join.onRef('about.community_id', '=', 'data_requests.community_id').onRef('about.id', '=', 'data_requests.voice_id'),
    )
    .select([
      'data_requests.id',
      'data_requests.kind',
      'data_requests.way',
      'about.year',
      'about.serial',
      'asked_at as askedAt',
      'data_requests.due_at as dueAt',
      sql<boolean>`coalesce(decision.decided_at, clock_timestamp()) > data_requests.due_at`.as('late'),
      'decision.outcome',
      'decision.decided_at as decidedAt',
    ])
    .$narrowType<Pick<RequestRow, 'kind' | 'way' | 'outcome'>>()
    .where(requestsVisibleTo(viewer, communityId))
    .where('decision.id', open ? 'is' : 'is not', null)
    .orderBy(open ? 'data_requests.due_at' : 'decision.decided_at', open ? 'asc' : 'desc')
    .limit(200)
    .execute();
  return rows.map(({ year, serial, ...row }) => ({ ...row, number: numberOf(year, serial) }));
}

/** How many wait, and how many of them longer than they may. Zero for whoever doesn't decide them. */
export async function countDataRequests(viewer: Viewer, communityId: number): Promise<{ open: number; late: number }> {
  if (!worksOnRequests(viewer, communityId)) return { open: 0, late: 0 };
  return database()
    .selectFrom('data_requests')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where data_requests.due_at < clock_timestamp())`.as('late'),
    ])
    .where(requestsVisibleTo(viewer, communityId))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('data_request_decisions as decision')
            .select('decision.id')
            .whereRef('decision.community_id', '=', 'data_requests.community_id')
            .whereRef('decision.request_id', '=', 'data_requests.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
}
