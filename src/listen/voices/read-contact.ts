import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, readPersonalData, type Viewer } from '#community/people/index.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { whyNotReadContact } from './why-not-verdict.ts';

export const readContactInput = z.object({ purpose: z.enum(['call', 'visit', 'letter', 'check'], 'input.choose') });
export type ReadContact = z.infer<typeof readContactInput>;
export type Contact = { name: string | null; phone: string | null; email: string | null; contactHours: string | null };

/** How to reach the one who spoke. That somebody looked, and what for, is written down first. */
export async function readContact(viewer: Viewer, ref: VoiceRef, input: ReadContact, how?: How): Promise<Contact> {
  // Without the key of the intent: a kept first answer would be a copy of the telephone number.
  const here = { ...how, key: undefined };
  return perform({ actor: actorKey(viewer), verb: 'voice.read_contact', input: [ref, input] }, here, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotReadContact(voice, viewer));
    const { reporterId, contactHours } = await act.trx
      .selectFrom('voices')
      .innerJoin('reporters', (join) =>
        join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
      )
      .select(['reporters.id as reporterId', 'reporters.contact_hours as contactHours'])
      .where('voices.community_id', '=', voice.communityId)
      .where('voices.id', '=', voice.id)
      .executeTakeFirstOrThrow();
    const look = {
      communityId: voice.communityId,
      table: 'reporters',
      ids: [reporterId],
      fields: ['name', 'phone', 'email'],
      purpose: input.purpose,
      voiceId: voice.id,
    } as const;
    const data = (await readPersonalData(act, viewer, look)).get(reporterId);
    return { ...(data ?? { name: null, phone: null, email: null }), contactHours };
  });
}
