import type { Updateable } from 'kysely';
import type { Voices } from '#db/schema.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Stage, Voice } from './voice.ts';

type Move = { event: string; to?: Stage; set?: Updateable<Voices>; data?: { [key: string]: Json } };

/**
 * Moves a voice and writes the event of the step, with the verdict frozen as it stands now: the due date and whether
 * it had passed. Every change of a voice goes through here.
 */
export async function moveVoice(act: Act, viewer: Viewer, voice: Voice, move: Move): Promise<void> {
  await act.trx.updateTable('voices')
    .set({ ...move.set, ...(move.to && { stage: move.to }), changed_at: act.now })
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .execute();
  await recordEvent(act, {
    communityId: voice.communityId,
    name: `voice.${move.event}`,
    subjectId: voice.id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, voice.communityId),
    dueAt: voice.dueAt,
    late: act.now > voice.dueAt,
    data: { from: voice.stage, to: move.to ?? voice.stage, round: voice.round, ...move.data },
  });
}
