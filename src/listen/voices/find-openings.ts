import { committedContent } from '#foundation/server/record-event.ts';
import { saltOf } from '#foundation/server/append-to-ledger.ts';
import { openSubjectKey } from '#foundation/personal/index.ts';
import { database } from '#foundation/server/database.ts';
import type { Content } from '#foundation/commitments/index.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { loadVoice, type VoiceRef } from './load-voice.ts';
import { isVoiceEvent, type VoiceEvent } from './move-voice.ts';
import { publicStep } from './public-step.ts';
import { findSaid } from './said-at-step.ts';
import { speaks } from './why-not.ts';

/** With `content` and `salt` (32 bytes) anybody can recompute the commitment in the leaf that `findProof(eventId)` gives. */
export type Opening = { eventId: string; event: VoiceEvent; at: Date; type: string; salt: Buffer; content: Content };

/** Steps whose words the speaker may read; what is among staff stays closed. */
const open: VoiceEvent[] = [
  'received',
  'acknowledged',
  'assigned',
  'accepted',
  'answered',
  'extended',
  'scheduled',
  'referral_asked',
  'referral_confirmed',
  'merged',
  'confirmed',
  'closed_documented',
  'reopened',
  'withdrawn',
  'added_to',
  'published',
  'taken_down',
];

/**
 * What the speaker needs to show others that the ledger holds their voice as they said it, oldest step first. Only for
 * the one who spoke (Forbidden), and none once their data is erased. Missing for a voice out of reach.
 */
export async function findOpenings(viewer: Viewer, ref: VoiceRef): Promise<Opening[]> {
  const voice = await loadVoice(database(), viewer, ref);
  if (!voice) throw new Missing();
  if (!speaks(voice, viewer)) throw new Forbidden();
  const { communityId, id: voiceId, reporterId } = voice;
  return database()
    .transaction()
    .execute(async (trx) => {
      const under = await openSubjectKey(trx, { communityId, id: reporterId });
      if (!under) return [];
      const events = await trx
        .selectFrom('events')
        .select(['id', 'name', 'at', 'due_at', 'late', 'data'])
        .where('community_id', '=', communityId)
        .where('subject_id', '=', voiceId)
        .orderBy('id')
        .execute();
      const openings: Opening[] = [];
      for (const row of events) {
        const event = row.name.replace('voice.', '');
        if (!isVoiceEvent(event) || !open.includes(event)) continue;
        const data = readFacts(row.data);
        const said = await findSaid(trx, { communityId, voiceId, event, at: row.at, row: textOf(data['row']) });
        const type = publicStep(event, textOf(data['to']) ?? '');
        openings.push({
          eventId: row.id,
          event,
          at: row.at,
          type,
          salt: saltOf(row.id, under),
          content: committedContent({ ...row, data }, said),
        });
      }
      return openings;
    });
}

function readFacts(data: unknown): { [key: string]: Content } {
  // Written by recordEvent as a record of identifiers and codes; JSON has no other values than these.
  const read: { [key: string]: Content } = JSON.parse(JSON.stringify(data));
  return read;
}

function textOf(value: Content): string | null {
  return typeof value === 'string' ? value : null;
}
