import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { isId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { contactWays, type ContactLink } from './contact-link.ts';
import { reachLink, type LinkRef } from './load-link.ts';
import { recordContact } from './propose-link.ts';
import { whyNotChangeLog } from './why-not-contact.ts';

export const correctEntryInput = z.object({ contactedOn: z.iso.date('input.not-a-day'), way: z.enum(contactWays, 'input.choose') });
export type CorrectEntry = z.infer<typeof correctEntryInput>;
export type EntryRef = LinkRef & { entryId: string };

/** H1: the household puts a date or a way right. Throws Missing, Refused by `whyNotChangeLog`, Invalid. */
export async function correctEntry(viewer: Viewer, ref: EntryRef, input: CorrectEntry, how?: How): Promise<{ entryId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'contact.correct', input: [ref, input] }, how, async (act) => {
    await reachEntry(act, viewer, ref);
    if (input.contactedOn > shanghaiDay(act.now)) throw new Invalid([{ field: 'contactedOn', code: 'contact.day-to-come' }]);
    await act.trx
      .updateTable('contact_log')
      .set({ contacted_on: input.contactedOn, way: input.way, corrected_at: act.now })
      .where('community_id', '=', ref.communityId)
      .where('id', '=', ref.entryId)
      .execute();
    await recordContact(act, viewer, { communityId: ref.communityId, linkId: ref.id, name: 'corrected', data: { entry: ref.entryId } });
    return { entryId: ref.entryId };
  });
}

/** H1: the household has an entry erased; a voice that came of it has a life of its own. Throws Missing, Refused. */
export async function eraseEntry(viewer: Viewer, ref: EntryRef, how?: How): Promise<{ entryId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'contact.erase', input: [ref] }, how, async (act) => {
    await reachEntry(act, viewer, ref);
    await act.trx.deleteFrom('contact_log').where('community_id', '=', ref.communityId).where('id', '=', ref.entryId).execute();
    await recordContact(act, viewer, { communityId: ref.communityId, linkId: ref.id, name: 'erased', data: { entry: ref.entryId } });
    return { entryId: ref.entryId };
  });
}

async function reachEntry(act: Act, viewer: Viewer, ref: EntryRef): Promise<ContactLink> {
  const link = await reachLink(act, viewer, ref);
  refuseIf(whyNotChangeLog(link, viewer));
  const entry = isId(ref.entryId)
    ? await act.trx
        .selectFrom('contact_log')
        .select('id')
        .where('community_id', '=', ref.communityId)
        .where('link_id', '=', link.id)
        .where('id', '=', ref.entryId)
        .executeTakeFirst()
    : undefined;
  if (!entry) throw new Missing();
  return link;
}
