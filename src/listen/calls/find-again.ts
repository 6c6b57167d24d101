import { database, databaseTime } from '#foundation/server/database.ts';

/** By voice or delivery: when they asked to be called, where that lies ahead. Asked only for what the viewer was shown. */
export async function findAgain(communityId: number, ids: readonly string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .selectFrom('call_tries')
    .select((eb) => [eb.fn.coalesce('voice_id', 'delivery_id').as('id'), eb.fn.max('again_at').as('againAt')])
    .where('community_id', '=', communityId)
    .where((eb) => eb.or([eb('voice_id', 'in', ids), eb('delivery_id', 'in', ids)]))
    .where('again_at', '>', await databaseTime())
    .groupBy((eb) => eb.fn.coalesce('voice_id', 'delivery_id'))
    .execute();
  return new Map(rows.flatMap(({ id, againAt }) => (id && againAt ? [[id, againAt] as const] : [])));
}
