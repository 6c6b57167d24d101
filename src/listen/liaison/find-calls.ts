import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';

/** A call as everybody reads it. `listed`: those on the list while it hangs out and afterwards; null before. */
export type PublicCall = { id: string; announcement: string; opensOn: string; closesOn: string; postedAt: Date | null; until: Date | null };
export type ListedPerson = { nominationId: string; name: string; place: string; appointed: boolean };

/** The calls of a community, newest first, at most 30; ended ones of the last year among them. */
export async function findCalls(communityId: number): Promise<PublicCall[]> {
  return calls(communityId).limit(30).execute();
}

/** One call. Throws Missing. */
export async function findCall(communityId: number, id: string): Promise<PublicCall> {
  const call = isId(id) ? await calls(communityId).where('call.id', '=', id).executeTakeFirst() : undefined;
  if (!call) throw new Missing();
  return call;
}

function calls(communityId: number) {
  return database()
    .selectFrom('liaison_calls as call')
    .leftJoin('liaison_lists as list', (join) =>
      join.onRef('list.community_id', '=', 'call.community_id').onRef('list.call_id', '=', 'call.id'),
    )
    .select(['call.id', 'call.announcement', 'call.opens_on as opensOn', 'call.closes_on as closesOn'])
    .select(['list.posted_at as postedAt', 'list.until'])
    .where('call.community_id', '=', communityId)
    .orderBy('call.closes_on', 'desc')
    .orderBy('call.id', 'desc');
}

/** Who stands on the list of a call, by the names they chose; whoever stepped back isn't there any more. */
export async function findListed(communityId: number, callId: string): Promise<ListedPerson[]> {
  return database()
    .selectFrom('liaison_listed as listed')
    .innerJoin('liaison_nominations as one', (join) =>
      join.onRef('one.community_id', '=', 'listed.community_id').onRef('one.id', '=', 'listed.nomination_id'),
    )
    .innerJoin('places', (join) => join.onRef('places.community_id', '=', 'one.community_id').onRef('places.id', '=', 'one.place_id'))
    .select(['one.id as nominationId', 'one.shown_name as name', 'places.full_name as place'])
    .select(
      sql<boolean>`exists (select from liaison_appointments a where a.community_id = one.community_id and a.nomination_id = one.id)`.as(
        'appointed',
      ),
    )
    .$narrowType<{ name: string }>()
    .where('listed.community_id', '=', communityId)
    .where('one.call_id', '=', callId)
    .where('one.shown_name', 'is not', null)
    .where('one.declined_at', 'is', null)
    .orderBy('places.full_name')
    .orderBy('one.id')
    .execute();
}
