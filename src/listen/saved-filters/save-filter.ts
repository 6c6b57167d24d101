// A saved filter is a view of the queue somebody opens every morning. It belongs to that person alone.
import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Refused } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';

export const mostFilters = 20;

/** `query`: the part of the queue's address after the question mark; a bookmark of a page in it is left out. */
export const saveFilterInput = z.object({
  name: z.string('input.needed').trim().min(1, 'input.needed').max(40, 'input.too-long'),
  query: z.string('input.needed').max(600, 'input.too-long').transform(withoutCursor),
});
export type SaveFilter = z.infer<typeof saveFilterInput>;

/** Keeps a view under a name; the same name again replaces it. Throws Forbidden, Refused `filter.too-many`. */
export async function saveFilter(viewer: Viewer, communityId: number, input: SaveFilter, how?: How): Promise<{ name: string }> {
  const personId = viewer.personId;
  if (!personId || !viewer.grants.some((grant) => grant.communityIds.includes(communityId))) throw new Forbidden();
  return perform({ actor: actorKey(viewer), verb: 'filter.save', input: [communityId, input] }, how, async ({ trx, now }) => {
    const mine = await trx
      .selectFrom('saved_filters')
      .select('name')
      .where('community_id', '=', communityId)
      .where('person_id', '=', personId)
      .execute();
    if (mine.length >= mostFilters && !mine.some(({ name }) => name === input.name)) throw new Refused('filter.too-many');
    await trx
      .insertInto('saved_filters')
      .values({ community_id: communityId, id: newId(now), person_id: personId, name: input.name, query: input.query, created_at: now })
      .onConflict((conflict) => conflict.columns(['community_id', 'person_id', 'name']).doUpdateSet({ query: sql`excluded.query` }))
      .execute();
    return { name: input.name };
  });
}

function withoutCursor(query: string): string {
  const asked = new URLSearchParams(query);
  asked.delete('cursor');
  return asked.toString();
}
