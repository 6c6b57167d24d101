import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { submitVoice, submitVoiceInput, words } from '#listen/voices/index.ts';
import { contactWays, type ContactLink } from './contact-link.ts';
import { reachLink, type LinkRef } from './load-link.ts';
import { recordContact } from './propose-link.ts';
import { whyNotNote } from './why-not-contact.ts';

/**
 * When, how, and what the household asked to be passed on, in its words. There is no other field: nothing about beliefs,
 * health, income or quarrels is asked for, and nothing of the kind has a place.
 */
export const noteContactInput = z.object({
  contactedOn: z.iso.date('input.not-a-day'),
  way: z.enum(contactWays, 'input.choose'),
  passOn: words(2000).optional(),
});
export type NoteContact = z.infer<typeof noteContactInput>;

/** `number`: of the voice that what was asked became, with its receipt (H4); null when nothing was asked. */
export type NotedContact = { entryId: string; number: string | null };

/** Notes a contact. What was asked becomes a voice in the same moment. Throws Missing, Refused by `whyNotNote`, Invalid. */
export async function noteContact(viewer: Viewer, ref: LinkRef, input: NoteContact, how?: How): Promise<NotedContact> {
  return perform({ actor: actorKey(viewer), verb: 'contact.note', input: [ref, input] }, how, async (act) => {
    const link = await reachLink(act, viewer, ref);
    refuseIf(whyNotNote(link, viewer));
    if (input.contactedOn > shanghaiDay(act.now)) throw new Invalid([{ field: 'contactedOn', code: 'contact.day-to-come' }]);
    const voice = input.passOn ? await passOn(act, viewer, link, input.passOn) : null;
    const id = newId(act.now);
    await act.trx
      .insertInto('contact_log')
      .values({
        community_id: ref.communityId,
        id,
        link_id: link.id,
        contacted_on: input.contactedOn,
        way: input.way,
        voice_id: voice?.voiceId ?? null,
        noted_at: act.now,
        noted_by: viewer.personId ?? '',
      })
      .execute();
    await recordContact(act, viewer, { communityId: ref.communityId, linkId: link.id, name: 'noted', data: { entry: id } });
    return { entryId: id, number: voice?.number ?? null };
  });
}

async function passOn(act: Act, viewer: Viewer, { communityId, householdId }: ContactLink, said: string) {
  const heard = submitVoiceInput.parse({ words: said, channel: 'liaison_visit', placeId: householdId });
  return submitVoice(viewer, communityId, heard, [], { within: act });
}
