import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actorKey, hasRole, type Viewer } from '#community/people/index.ts';
import { communityFacts } from './community-input.ts';
import { lockPlaces } from './load-places.ts';
import { forbidIf } from './why-not-manage-places.ts';

/** What is left out becomes empty. The address bar's name stays: printed papers and QR codes carry it. */
export const editCommunityInput = z.object(communityFacts);
export type EditCommunity = z.infer<typeof editCommunityInput>;

export function whyNotEditCommunity(viewer: Viewer, communityId: number): 'sign-in.needed' | 'access.not-yours' | null {
  if (viewer.personId === null) return 'sign-in.needed';
  return hasRole(viewer, communityId, 'administrator') ? null : 'access.not-yours';
}

/** Changes a community's names, telephone and office hours. Throws Invalid when its street has another of that name. */
export async function editCommunity(
  viewer: Viewer,
  communityId: number,
  input: EditCommunity,
  how?: How,
): Promise<{ communityId: number }> {
  return perform({ actor: actorKey(viewer), verb: 'community.edit', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotEditCommunity(viewer, communityId));
    await lockPlaces(act, communityId);
    const same = await act.trx
      .selectFrom('communities')
      .innerJoin('communities as other', 'other.street_id', 'communities.street_id')
      .select('other.id')
      .where('communities.id', '=', communityId)
      .where('other.id', '<>', communityId)
      .where('other.name', '=', input.name)
      .executeTakeFirst();
    if (same) throw new Invalid([{ field: 'name', code: 'places.name-taken' }]);
    const changed = await act.trx
      .updateTable('communities')
      .set({ name: input.name, name_en: input.nameEn ?? null, phone: input.phone ?? null, office_hours: input.officeHours ?? null })
      .where('id', '=', communityId)
      .returning('id')
      .executeTakeFirst();
    if (!changed) throw new Missing();
    await recordEvent(act, {
      communityId,
      name: 'community.edited',
      subjectId: newId(act.now),
      actorId: viewer.personId,
      actorRole: 'administrator',
    });
    return { communityId };
  });
}
