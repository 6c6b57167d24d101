import { openSubjectKey } from '#foundation/personal/index.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { publicStep } from './public-step.ts';
import type { Voice } from './voice.ts';

/** Takes what the neighbourhood could read of a voice off the page; the row stays as a record. */
export async function endPublication({ trx, now }: Act, viewer: Viewer, voice: Voice): Promise<void> {
  for (const table of ['voice_publications', 'voice_photo_clearings'] as const)
    await trx
      .updateTable(table)
      .set({ taken_down_at: now, taken_down_by: viewer.personId })
      .where('community_id', '=', voice.communityId)
      .where('voice_id', '=', voice.id)
      .where('taken_down_at', 'is', null)
      .execute();
}

/** The same as part of another step: the ledger says that it was hidden, and only to those who may know, why. */
export async function hidePublication(act: Act, viewer: Viewer, voice: Voice, reason: 'named' | 'withdrawn'): Promise<void> {
  await endPublication(act, viewer, voice);
  const { communityId, number, id, reporterId } = voice;
  const under = await openSubjectKey(act.trx, { communityId, id: reporterId });
  await appendToLedger(act, {
    type: publicStep('taken_down', ''),
    communityId,
    number,
    content: { voice: id, at: act.now.toISOString(), reason },
    under,
  });
}
