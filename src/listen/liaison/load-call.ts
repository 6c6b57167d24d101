import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import type { Call, Nomination } from './liaison.ts';

export type LiaisonRef = { communityId: number; id: string };

/** For a command: locks the call and reads it. Throws Missing. */
export async function reachCall(trx: Transaction<DB>, ref: LiaisonRef): Promise<Call> {
  if (!isId(ref.id)) throw new Missing();
  await trx
    .selectFrom('liaison_calls')
    .select('id')
    .where('community_id', '=', ref.communityId)
    .where('id', '=', ref.id)
    .forUpdate()
    .executeTakeFirst();
  const row = await trx
    .selectFrom('liaison_calls as call')
    .leftJoin('liaison_lists as list', (join) =>
      join.onRef('list.community_id', '=', 'call.community_id').onRef('list.call_id', '=', 'call.id'),
    )
    .select([
      'call.community_id as communityId',
      'call.id',
      'call.opens_on as opensOn',
      'call.closes_on as closesOn',
      'list.until as listedUntil',
    ])
    .where('call.community_id', '=', ref.communityId)
    .where('call.id', '=', ref.id)
    .executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** The same for somebody nominated. */
export async function reachNomination(trx: Transaction<DB>, ref: LiaisonRef): Promise<Nomination> {
  if (!isId(ref.id)) throw new Missing();
  await trx
    .selectFrom('liaison_nominations')
    .select('id')
    .where('community_id', '=', ref.communityId)
    .where('id', '=', ref.id)
    .forUpdate()
    .executeTakeFirst();
  const row = await nominations(trx, ref.communityId).where('one.id', '=', ref.id).executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** Those nominated in one community, as the rules need them. */
export function nominations(db: Database, communityId: number) {
  return db
    .selectFrom('liaison_nominations as one')
    .leftJoin('liaison_listed as listed', (join) =>
      join.onRef('listed.community_id', '=', 'one.community_id').onRef('listed.nomination_id', '=', 'one.id'),
    )
    .leftJoin('liaison_lists as list', (join) =>
      join.onRef('list.community_id', '=', 'listed.community_id').onRef('list.id', '=', 'listed.list_id'),
    )
    .select(['one.community_id as communityId', 'one.id', 'one.call_id as callId', 'one.person_id as personId', 'one.place_id as placeId'])
    .select((eb) => [
      eb('one.agreed_at', 'is not', null).$castTo<boolean>().as('agreed'),
      eb('one.declined_at', 'is not', null).$castTo<boolean>().as('declined'),
      'list.until as listedUntil',
    ])
    .select([
      sql<number>`(select count(*)::int from liaison_objections o where o.community_id = one.community_id and o.nomination_id = one.id
        and not exists (select from liaison_objection_answers a where a.community_id = o.community_id and a.objection_id = o.id))`.as(
        'openObjections',
      ),
      sql<boolean>`exists (select from liaison_objections o join liaison_objection_answers a
        on a.community_id = o.community_id and a.objection_id = o.id
        where o.community_id = one.community_id and o.nomination_id = one.id and a.outcome = 'upheld')`.as('upheld'),
      sql<boolean>`exists (select from liaison_appointments a where a.community_id = one.community_id and a.nomination_id = one.id)`.as(
        'appointed',
      ),
    ])
    .where('one.community_id', '=', communityId);
}
