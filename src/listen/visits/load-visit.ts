import { sql, type SelectQueryBuilder, type Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Visit, VisitRef } from './visit.ts';
import { homesOf, inReach } from './visit-access.ts';

/** For a command of those who visit: locks the visit and reads it. Out of reach is Missing. */
export async function reachVisit(trx: Transaction<DB>, viewer: Viewer, ref: VisitRef): Promise<Visit> {
  const visit = await lockVisit(trx, ref, (query) => query.where(inReach(viewer, ref.communityId, 'visits.household_id')));
  if (!visit) throw new Missing();
  return visit;
}

/** The same for the household: a visit to the home of whoever asks, made since they live there. */
export async function reachOwnVisit(trx: Transaction<DB>, viewer: Viewer, ref: VisitRef): Promise<Visit> {
  const homes = await homesOf(trx, viewer, ref.communityId);
  const visit = await lockVisit(trx, ref, (query) => query);
  const own = homes.some(({ householdId, since }) => householdId === visit?.householdId && visit.at >= since);
  if (!visit || !own || visit.result === null) throw new Missing();
  return visit;
}

/** A visit by its id, for a command that decides about reach itself; null when there is none. */
export async function findPlanned(trx: Transaction<DB>, communityId: number, id: string, householdId: string): Promise<Visit | null> {
  const row = await base(trx, communityId)
    .where((eb) => eb.or([eb('visits.id', '=', id), eb.and([eb('visits.household_id', '=', householdId), eb('result', 'is', null)])]))
    .orderBy(sql`visits.id = ${id}`, 'desc')
    .limit(1)
    .forUpdate('visits')
    .executeTakeFirst();
  return row ?? null;
}

type Query = ReturnType<typeof base>;

async function lockVisit(trx: Transaction<DB>, { communityId, id }: VisitRef, narrow: (query: Query) => Query): Promise<Visit | null> {
  if (!isId(id)) return null;
  const row = await narrow(base(trx, communityId).where('visits.id', '=', id))
    .forUpdate('visits')
    .executeTakeFirst();
  return row ?? null;
}

function base(db: Database, communityId: number): SelectQueryBuilder<DB, 'visits' | 'places', Visit> {
  return db
    .selectFrom('visits')
    .innerJoin('places', (join) =>
      join.onRef('places.community_id', '=', 'visits.community_id').onRef('places.id', '=', 'visits.household_id'),
    )
    .select((eb) => [
      'visits.community_id as communityId',
      'visits.id',
      'household_id as householdId',
      'officer_id as officerId',
      'companion_id as companionId',
      'visits.at',
      'stage',
      'result',
      'asks',
      eb
        .selectFrom('visit_voices')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count'))
        .whereRef('visit_voices.community_id', '=', 'visits.community_id')
        .whereRef('visit_voices.visit_id', '=', 'visits.id')
        .as('voices'),
      sql<boolean>`visits.erased_at is not null`.as('erased'),
      sql<boolean>`places.ended_at is not null`.as('householdEnded'),
    ])
    .$narrowType<Pick<Visit, 'stage' | 'result'> & { voices: number }>()
    .where('visits.community_id', '=', communityId);
}
