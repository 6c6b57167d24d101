import { newId } from '#foundation/ids.ts';
import { Forbidden, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actingRole, actorKey, type Viewer } from '../viewer.ts';

export const contactFields = ['name', 'phone', 'email', 'hours'] as const;
export type ContactField = (typeof contactFields)[number];

/** `subjectId`: the reporter. `purpose`: a short code such as `answer` or `follow_up`, told to the resident later. */
export type ReadContact = { communityId: number; voiceId: string; subjectId: string; fields: readonly ContactField[]; purpose: string };

/** The fields asked for; the others stay null, as do those never given. */
export type Contact = Record<ContactField, string | null>;

/**
 * The only way to what a resident left as name and contact. The look is written down first, in the same transaction:
 * if it can't be, nothing is shown. `whyNot`: what the voice's own rules say against it. Throws Refused with that code,
 * Forbidden for somebody not signed in, Missing when the voice has another reporter.
 */
export async function readContact(viewer: Viewer, asked: ReadContact, whyNot: string | null, how?: How): Promise<Contact> {
  refuseIf(whyNot);
  const readerId = viewer.personId;
  if (!readerId) throw new Forbidden('sign-in.needed');
  // Never with a key: the stored answer would be a second copy of the resident's data.
  const intent = { actor: actorKey(viewer), verb: 'contact.read', input: null };
  return perform(intent, { within: how?.within, now: how?.now }, async (act) => {
    await writeDown(act, viewer, readerId, asked);
    return contactOf(act, asked);
  });
}

async function writeDown({ trx, now }: Act, viewer: Viewer, readerId: string, asked: ReadContact): Promise<void> {
  await trx.insertInto('access_records').values({
    community_id: asked.communityId,
    id: newId(now),
    at: now,
    reader_id: readerId,
    reader_role: actingRole(viewer, asked.communityId),
    subject_id: asked.subjectId,
    fields: [...asked.fields],
    purpose: asked.purpose,
    voice_id: asked.voiceId,
  }).execute();
}

async function contactOf({ trx }: Act, { communityId, voiceId, subjectId, fields }: ReadContact): Promise<Contact> {
  const row = await trx.selectFrom('reporters')
    .innerJoin('voices', (join) => join
      .onRef('voices.community_id', '=', 'reporters.community_id')
      .onRef('voices.reporter_id', '=', 'reporters.id'))
    .select(['reporters.name', 'reporters.phone', 'reporters.email', 'reporters.contact_hours as hours'])
    .where('reporters.community_id', '=', communityId)
    .where('reporters.id', '=', subjectId)
    .where('voices.id', '=', voiceId)
    .executeTakeFirst();
  if (!row) throw new Missing();
  const shown = (field: ContactField) => (fields.includes(field) ? row[field] : null);
  return { name: shown('name'), phone: shown('phone'), email: shown('email'), hours: shown('hours') };
}
