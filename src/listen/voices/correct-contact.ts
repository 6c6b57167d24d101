import type { Updateable } from 'kysely';
import { z } from 'zod';
import type { Reporters } from '#db/schema.ts';
import { createSubjectKey, openSubjectKey, phoneIndex, type SubjectKey } from '#foundation/personal/index.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, consentWays, phone, type Viewer } from '#community/people/index.ts';
import { whyNotConsent } from './consent-to-publication.ts';
import { email, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';

/** What is left out stays as it is. `way`: how the speaker said so; anything but `page` is written down by the office. */
export const correctContactInput = z.object({
  way: z.enum(consentWays, 'input.choose').default('page'),
  name: words(60).optional(),
  phone: phone.optional(),
  email: email.optional(),
  contactHours: words(100).optional(),
});
export type CorrectContact = z.infer<typeof correctContactInput>;

/**
 * Name, telephone, e-mail or hours are put right [law PIPL 46]. The old value isn't kept anywhere; the event names the
 * fields only. Throws Invalid when nothing was filled in.
 */
export async function correctContact(viewer: Viewer, ref: VoiceRef, input: CorrectContact, how?: How): Promise<{ number: string }> {
  // The key of the intent is kept with a fingerprint of the input: of a telephone number that would be a copy.
  const { way, ...contact } = input;
  const fields = Object.keys(contact).toSorted();
  return perform({ actor: actorKey(viewer), verb: 'voice.correct_contact', input: [ref, way, fields] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotConsent(voice, viewer, way));
    if (fields.length === 0) throw new Invalid([{ field: 'phone', code: 'input.needed' }]);
    const { reporter_id: reporterId } = await act.trx
      .selectFrom('voices')
      .select('reporter_id')
      .where('community_id', '=', voice.communityId)
      .where('id', '=', voice.id)
      .executeTakeFirstOrThrow();
    const subject = { communityId: voice.communityId, id: reporterId };
    const key = (await openSubjectKey(act.trx, subject)) ?? (await createSubjectKey(act, subject));
    await act.trx
      .updateTable('reporters')
      .set(sealedContact(key, contact))
      .where('community_id', '=', subject.communityId)
      .where('id', '=', subject.id)
      .execute();
    await moveVoice(act, viewer, voice, { event: 'contact_corrected', data: { fields, way } });
    return { number: voice.number };
  });
}

function sealedContact(
  key: SubjectKey,
  { name, phone: number, email: address, contactHours }: Omit<CorrectContact, 'way'>,
): Updateable<Reporters> {
  const seal = (column: string, text: string) => key.seal({ table: 'reporters', column, row: key.subject.id }, text);
  return {
    ...(name && { name_sealed: seal('name_sealed', name) }),
    ...(number && { phone_sealed: seal('phone_sealed', number), phone_index: phoneIndex(number) }),
    ...(address && { email_sealed: seal('email_sealed', address) }),
    ...(contactHours && { contact_hours: contactHours }),
  };
}
