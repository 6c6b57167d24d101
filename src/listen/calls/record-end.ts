import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, eraseReporter, type Viewer } from '#community/people/index.ts';
import { signedIn } from '#listen/voices/index.ts';
import type { CallEnd, MissedCall } from './missed-call.ts';

/**
 * Within a command: the row that ends a call. The number is not needed any more and goes with its key; the words go with
 * it when a voice carries them, and otherwise in their own time.
 */
export async function recordEnd(act: Act, viewer: Viewer, call: MissedCall, outcome: CallEnd, voiceId: string | null): Promise<void> {
  const { communityId, id } = call;
  const here = { community_id: communityId, call_id: id };
  await act.trx
    .insertInto('missed_call_ends')
    .values({ ...here, outcome, voice_id: voiceId, ended_at: act.now, ended_by: signedIn(viewer) })
    .execute();
  await letGoOfWords(act, call, outcome);
  if (call.callerId) await eraseReporter(act, communityId, call.callerId, { by: viewer.personId, reason: 'call_ended' });
  await recordEvent(act, {
    communityId,
    name: 'call.ended',
    subjectId: id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    dueAt: call.dueAt,
    late: act.now > call.dueAt,
    data: { outcome },
  });
}

async function letGoOfWords({ trx, now }: Act, { communityId, id }: MissedCall, outcome: CallEnd): Promise<void> {
  if (outcome === 'voice') {
    await trx.deleteFrom('missed_call_words').where('community_id', '=', communityId).where('call_id', '=', id).execute();
    return;
  }
  await trx
    .updateTable('missed_call_words')
    .set({ ended_at: now })
    .where('community_id', '=', communityId)
    .where('call_id', '=', id)
    .execute();
}
