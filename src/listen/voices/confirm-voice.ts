import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { closeConfirmed } from './close-confirmed.ts';
import { rating, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import type { Voice } from './voice.ts';
import { whyNotConfirm } from './why-not-verdict.ts';

export const confirmVoiceInput = z.object({ rating, words: words(1000).optional() });
export type ConfirmVoice = z.infer<typeof confirmVoiceInput>;

/** The resident says it is solved, and how well. Somebody whose voice was merged says so for themself. */
export async function confirmVoice(viewer: Viewer, ref: VoiceRef, input: ConfirmVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.confirm', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotConfirm(voice, viewer));
    const said = { rating: input.rating, words: input.words ?? null };
    if (voice.stage === 'merged') await confirmMerged(act, viewer, voice, said);
    else await closeConfirmed(act, viewer, voice, { ...said, by: 'reporter', recordedBy: null });
    return { number: voice.number };
  });
}

async function confirmMerged(act: Act, viewer: Viewer, voice: Voice, said: { rating: number; words: string | null }): Promise<void> {
  const merge = await act.trx
    .selectFrom('voice_merges')
    .select('id')
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('split_at', 'is', null)
    .executeTakeFirstOrThrow();
  const row = newId(act.now);
  await act.trx
    .insertInto('voice_merge_confirmations')
    .values({ community_id: voice.communityId, id: row, voice_id: voice.id, merge_id: merge.id, ...said, confirmed_at: act.now })
    .execute();
  await moveVoice(act, viewer, voice, { event: 'confirmed', row });
}
