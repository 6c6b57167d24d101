import { database } from '#foundation/server/database.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { perform } from '#foundation/server/perform.ts';
import { actorKey, readPersonalData, type Viewer } from '#community/people/index.ts';
import { loadVoice, type VoiceRef } from './load-voice.ts';
import type { Contact } from './read-contact.ts';
import { speaks } from './why-not.ts';

/** What the speaker left as contact, read by themselves. Throws Missing, Forbidden for anybody else. */
export async function readOwnContact(viewer: Viewer, ref: VoiceRef): Promise<Contact> {
  const voice = await loadVoice(database(), viewer, ref);
  if (!voice) throw new Missing();
  if (!speaks(voice, viewer)) throw new Forbidden();
  const { reporterId, contactHours } = await database()
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select(['reporters.id as reporterId', 'reporters.contact_hours as contactHours'])
    .where('voices.community_id', '=', voice.communityId)
    .where('voices.id', '=', voice.id)
    .executeTakeFirstOrThrow();
  return perform({ actor: actorKey(viewer), verb: 'voice.read_own_contact', input: null }, undefined, async (act) => {
    const look = {
      communityId: voice.communityId,
      table: 'reporters',
      ids: [reporterId],
      fields: ['name', 'phone', 'email'],
      purpose: 'own',
    } as const;
    const data = (await readPersonalData(act, viewer, look)).get(reporterId);
    return { ...(data ?? { name: null, phone: null, email: null }), contactHours };
  });
}
