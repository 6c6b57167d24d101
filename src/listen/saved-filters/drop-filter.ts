// A view that is no longer needed leaves the list.
import { z } from 'zod';
import { Forbidden } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';

export const dropFilterInput = z.object({ id: z.uuid('input.not-found') });
export type DropFilter = z.infer<typeof dropFilterInput>;

/** Drops one of the viewer's own filters; one that is already gone is no mistake. Throws Forbidden. */
export async function dropFilter(viewer: Viewer, communityId: number, input: DropFilter, how?: How): Promise<void> {
  const { personId } = viewer;
  if (!personId) throw new Forbidden();
  await perform({ actor: actorKey(viewer), verb: 'filter.drop', input: [communityId, input] }, how, async ({ trx }) => {
    await trx
      .deleteFrom('saved_filters')
      .where('community_id', '=', communityId)
      .where('person_id', '=', personId)
      .where('id', '=', input.id)
      .execute();
    return null;
  });
}
