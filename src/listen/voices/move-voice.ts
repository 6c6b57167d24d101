import type { Updateable } from 'kysely';
import type { Voices } from '#db/schema.ts';
import { openSubjectKey } from '#foundation/personal/index.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import { publicStep } from './public-step.ts';
import { findSaid } from './said-at-step.ts';
import type { Stage, Voice } from './voice.ts';

/** `row`: the id of the row that holds what was said or decided at this step; the timeline finds it by that. */
type Move = { event: VoiceEvent; to?: Stage; set?: Updateable<Voices>; row?: string; data?: { [key: string]: Json } };

export const voiceEvents = [
  'received',
  'acknowledged',
  'triaged',
  'assigned',
  'accepted',
  'declined',
  'answered',
  'waited',
  'scheduled',
  'resumed',
  'delegated',
  'extended',
  'referral_asked',
  'referral_confirmed',
  'merged',
  'joined',
  'split',
  'parted',
  'escalated',
  'followed_up',
  'closed_documented',
  'confirmed',
  'reopened',
  'withdrawn',
  'added_to',
  'noted',
  'published',
  'taken_down',
  'photo_cleared',
  'photo_hidden',
  'owner_dropped',
  'contact_corrected',
  'erased',
  'told',
] as const;
export type VoiceEvent = (typeof voiceEvents)[number];

/**
 * Moves a voice and writes the event of the step, with the verdict frozen as it stands now: the due date and whether
 * it had passed. Every change of a voice goes through here; what the neighbourhood reads of it keeps in step.
 */
export async function moveVoice(act: Act, viewer: Viewer, voice: Voice, move: Move): Promise<void> {
  await act.trx
    .updateTable('voices')
    .set({ ...move.set, ...(move.to && { stage: move.to }), changed_at: act.now })
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .execute();
  if (move.to && voice.published) await keepPublicationInStep(act, voice, move.to);
  const to = move.to ?? voice.stage;
  const event = {
    communityId: voice.communityId,
    name: `voice.${move.event}`,
    subjectId: voice.id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, voice.communityId),
    dueAt: voice.dueAt,
    late: act.now > voice.dueAt,
    data: { from: voice.stage, to, round: voice.round, ...(move.row && { row: move.row }), ...move.data },
  };
  const { communityId, id: voiceId, number } = voice;
  const content = await findSaid(act.trx, { communityId, voiceId, event: move.event, at: act.now, row: move.row ?? null });
  const under = await openSubjectKey(act.trx, { communityId, id: voice.reporterId });
  await recordEvent(act, event, { type: publicStep(move.event, to), number, content, under });
}

async function keepPublicationInStep({ trx }: Act, voice: Voice, stage: Stage): Promise<void> {
  await trx
    .updateTable('voice_publications')
    .set({ stage })
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('taken_down_at', 'is', null)
    .execute();
}

const known: readonly string[] = voiceEvents;

export function isVoiceEvent(name: string): name is VoiceEvent {
  return known.includes(name);
}
