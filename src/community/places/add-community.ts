import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actorKey, recordSecurityEvent, type Viewer } from '#community/people/index.ts';
import { communityFacts, slug } from './community-input.ts';
import { forbidIf } from './why-not-manage-places.ts';
import { whyNotAdminister } from './why-not-administer.ts';

export const addCommunityInput = z.object({ streetId: z.coerce.number('input.choose').int('input.choose'), slug, ...communityFacts });
export type AddCommunity = z.infer<typeof addCommunityInput>;

/**
 * A further community of this installation. Whoever adds it becomes its administrator, because a role always belongs to
 * a community and somebody must be able to let the others in. Throws Invalid when the name or address is taken.
 */
export async function addCommunity(viewer: Viewer, input: AddCommunity, how?: How): Promise<{ communityId: number }> {
  return perform({ actor: actorKey(viewer), verb: 'community.add', input }, how, async (act) => {
    forbidIf(whyNotAdminister(viewer));
    const communityId = await insertCommunity(act, input);
    const by = viewer.personId;
    if (by) await becomeAdministrator(act, communityId, by);
    await recordEvent(act, { communityId, name: 'community.added', subjectId: newId(act.now), actorId: by, actorRole: 'administrator' });
    return { communityId };
  });
}

async function insertCommunity({ trx }: Act, input: AddCommunity): Promise<number> {
  const street = await trx.selectFrom('streets').select('id').where('id', '=', input.streetId).executeTakeFirst();
  if (!street) throw new Invalid([{ field: 'streetId', code: 'input.not-found' }]);
  const added = await trx
    .insertInto('communities')
    .values({
      street_id: street.id,
      slug: input.slug,
      name: input.name,
      name_en: input.nameEn ?? null,
      phone: input.phone ?? null,
      office_hours: input.officeHours ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return added.id;
  const same = await trx.selectFrom('communities').select('id').where('slug', '=', input.slug).executeTakeFirst();
  throw new Invalid([same ? { field: 'slug', code: 'places.slug-taken' } : { field: 'name', code: 'places.name-taken' }]);
}

async function becomeAdministrator(act: Act, communityId: number, personId: string): Promise<void> {
  await act.trx
    .insertInto('roles')
    .values({
      id: newId(act.now),
      person_id: personId,
      role: 'administrator',
      community_id: communityId,
      starts_at: act.now,
      given_by: personId,
      given_at: act.now,
    })
    .execute();
  await recordSecurityEvent(act, { name: 'role.given', personId, actorId: personId, communityId, data: { role: 'administrator' } });
}
