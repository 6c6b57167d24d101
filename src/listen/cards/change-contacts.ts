import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, phone, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { whyNotChangeContacts } from './why-not-card.ts';

/** Names and numbers of the community police officer, the property company and the complaint line. */
export const changeContactsInput = z.object({
  policeName: words(60).optional(),
  policePhone: phone.optional(),
  propertyName: words(60).optional(),
  propertyPhone: phone.optional(),
  complaintPhone: phone.optional(),
});
export type CardContacts = z.infer<typeof changeContactsInput>;

/** What stands on cards printed from now on. Throws Refused by `whyNotChangeContacts`. */
export async function changeContacts(viewer: Viewer, communityId: number, input: CardContacts, how?: How): Promise<{ contactsId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'card.contacts', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotChangeContacts(viewer, communityId));
    const id = newId(act.now);
    await act.trx
      .insertInto('card_contacts')
      .values({
        community_id: communityId,
        id,
        police_name: input.policeName ?? null,
        police_phone: input.policePhone ?? null,
        property_name: input.propertyName ?? null,
        property_phone: input.propertyPhone ?? null,
        complaint_phone: input.complaintPhone ?? null,
        changed_at: act.now,
        changed_by: viewer.personId ?? '',
      })
      .execute();
    await recordEvent(act, {
      communityId,
      subjectId: id,
      name: 'card.contacts_changed',
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
    });
    return { contactsId: id };
  });
}

/** What stands on cards now; empty before anybody entered it. */
export async function findContacts(communityId: number): Promise<CardContacts> {
  const row = await database()
    .selectFrom('card_contacts')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    policeName: row?.police_name ?? undefined,
    policePhone: row?.police_phone ?? undefined,
    propertyName: row?.property_name ?? undefined,
    propertyPhone: row?.property_phone ?? undefined,
    complaintPhone: row?.complaint_phone ?? undefined,
  };
}
