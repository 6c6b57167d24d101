import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { moveVoice } from './move-voice.ts';
import { childrenOf, tell } from './tell.ts';
import type { Voice } from './voice.ts';

/** `by`: how the word came; `recordedBy`: the second person who wrote it down, null when the speaker did it themself. */
type Confirmation = {
  by: 'reporter' | 'phone' | 'sms' | 'paper' | 'visit';
  recordedBy: string | null;
  rating: number;
  words: string | null;
};

/** Closes on the resident's word (V3). */
export async function closeConfirmed(act: Act, viewer: Viewer, voice: Voice, said: Confirmation): Promise<void> {
  const row = newId(act.now);
  await act.trx
    .insertInto('voice_closings')
    .values({
      community_id: voice.communityId,
      id: row,
      voice_id: voice.id,
      round: voice.round,
      kind: 'confirmed',
      owner_id: voice.ownerId ?? voice.firstReceiverId,
      rating: said.rating,
      words: said.words,
      confirmed_by: said.by,
      recorded_by: said.recordedBy,
      closed_at: act.now,
    })
    .execute();
  await moveVoice(act, viewer, voice, { event: 'confirmed', to: 'closed_confirmed', set: { closed_at: act.now }, row });
  await tell(act, { communityId: voice.communityId, id: voice.id }, 'confirmed');
  // Those who said the same said nothing yet of the result: they hear that it is closed, and what they can do about it.
  const others = voice.children > 0 ? await childrenOf(act, voice) : [];
  for (const id of others) await tell(act, { communityId: voice.communityId, id }, 'confirmed_together');
}
