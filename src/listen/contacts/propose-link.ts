import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { notifyAll } from '#community/notices/index.ts';
import { actingRole, actorKey, findServing, type Viewer } from '#community/people/index.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { holdingRoles, whyNotPropose } from './why-not-contact.ts';

/** Who keeps in touch (without `holderId`: oneself), and with which household. */
export const proposeLinkInput = z.object({ householdId: z.uuid('input.choose'), holderId: z.uuid('input.not-found').optional() });
export type ProposeLink = z.infer<typeof proposeLinkInput>;

/** Proposes to keep in touch with a household, which accepts or doesn't. Throws Refused by `whyNotPropose`, Invalid. */
export async function proposeLink(viewer: Viewer, communityId: number, input: ProposeLink, how?: How): Promise<{ linkId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'contact.propose', input: [communityId, input] }, how, async (act) => {
    const holderId = input.holderId ?? viewer.personId ?? '';
    refuseIf(whyNotPropose(viewer, communityId, holderId));
    return { linkId: await writeLink(act, viewer, { communityId, householdId: input.householdId, holderId }) };
  });
}

/** Within a command: writes the proposal. Throws Invalid for an unknown household, Refused when there is such a link already. */
export async function writeLink(
  act: Act,
  viewer: Viewer,
  { communityId, householdId, holderId }: { communityId: number; householdId: string; holderId: string },
): Promise<string> {
  const { trx, now } = act;
  const household = await trx
    .selectFrom('places')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', householdId)
    .where('level', '=', 'household')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!household) throw new Invalid([{ field: 'householdId', code: 'input.not-found' }]);
  const holder = (await findServing(trx, communityId, now)).find(({ personId }) => personId === holderId);
  if (!holder?.roles.some((role) => holdingRoles.some((one) => one === role))) throw new Refused('contact.holder-does-not-serve');
  const id = newId(now);
  const made = await trx
    .insertInto('contact_links')
    .values({
      community_id: communityId,
      id,
      household_id: householdId,
      holder_id: holderId,
      proposed_at: now,
      proposed_by: viewer.personId ?? '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw new Refused('contact.linked-already');
  await recordContact(act, viewer, { communityId, linkId: id, name: 'proposed' });
  await askHousehold(act, communityId, householdId);
  return id;
}

/** Those at home there who sign in find the question in their inbox; the others are asked by telephone or at the door. */
async function askHousehold(act: Act, communityId: number, householdId: string): Promise<void> {
  const residents = await act.trx
    .selectFrom('roles')
    .select('person_id as personId')
    .where('community_id', '=', communityId)
    .where('role', '=', 'resident')
    .where('place_id', '=', householdId)
    .where('ended_at', 'is', null)
    .execute();
  const notice = { communityId, topic: 'contact', template: 'contact.proposed', about: { kind: 'contact_links' } } as const;
  await notifyAll(
    act,
    notice,
    residents.map(({ personId }) => personId),
  );
}

type Step = { communityId: number; linkId: string; name: string; data?: { [key: string]: string } };

/** Within a command: the event of a step of a link. */
export async function recordContact(act: Act, viewer: Viewer, { communityId, linkId, name, data = {} }: Step): Promise<void> {
  await recordEvent(act, {
    communityId,
    subjectId: linkId,
    name: `contact.${name}`,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data,
  });
}
