import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { deliveriesFor, tellsByHand } from './delivery-access.ts';
import { stateOf, type DeliveryState } from './find-own-deliveries.ts';
import type { SendingWay } from './notice.ts';

/** One line of the log. `person`: whose it is, by id; `stead`: whether something else came in its stead. */
export type DeliveryRow = {
  id: string;
  personId: string | null;
  about: 'notice' | 'digest';
  way: SendingWay;
  at: Date;
  tries: number;
  state: DeliveryState;
  stead: boolean;
};

/** The log of notices and digests this viewer reaches, newest first: failures, or everything. Throws Forbidden. */
export async function findDeliveries(viewer: Viewer, communityId: number, which: 'failed' | 'all'): Promise<DeliveryRow[]> {
  if (!tellsByHand(viewer, communityId)) throw new Forbidden();
  const rows = await database()
    .selectFrom('deliveries')
    .select(['id', 'person_id', 'about', 'way', 'made_at', 'tries', 'done_at', 'failed_at', 'given_up_at'])
    .select(
      sql<boolean>`exists (select from deliveries next where next.community_id = deliveries.community_id and next.instead_of = deliveries.id)`.as(
        'stead',
      ),
    )
    .$narrowType<{ way: SendingWay; about: DeliveryRow['about'] }>()
    .where(deliveriesFor(viewer, communityId))
    .where('way', '<>', 'page')
    .$if(which === 'failed', (query) => query.where('failed_at', 'is not', null).where('done_at', 'is', null))
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    about: row.about,
    way: row.way,
    at: row.made_at,
    tries: row.tries,
    state: stateOf(row),
    stead: row.stead,
  }));
}

/** A call somebody is owed. */
export type NoticeDuty = { id: string; personId: string | null; about: 'notice' | 'digest'; at: Date };

/** Calls that wait for a human, oldest first. Throws Forbidden. */
export async function findCalls(viewer: Viewer, communityId: number): Promise<NoticeDuty[]> {
  if (!tellsByHand(viewer, communityId)) throw new Forbidden();
  const rows = await database()
    .selectFrom('deliveries')
    .select(['id', 'person_id as personId', 'about', 'made_at as at'])
    .$narrowType<{ about: NoticeDuty['about'] }>()
    .where(deliveriesFor(viewer, communityId))
    .where('way', 'in', ['call_duty', 'visit_duty'])
    .where('over_at', 'is', null)
    .orderBy('made_at')
    .limit(200)
    .execute();
  return rows;
}
