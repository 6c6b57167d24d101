import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { tell } from './tell.ts';
import { whyNotRefer } from './why-not-handle.ts';

export const referVoiceInput = z.object({ receiver: words(120) });
export type ReferVoice = z.infer<typeof referVoiceInput>;

/** Asks a body outside to take it over. Until that body has accepted in writing, the voice stays here. */
export async function referVoice(viewer: Viewer, ref: VoiceRef, input: ReferVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.refer', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotRefer(voice, viewer));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_referrals')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        receiver: input.receiver,
        asked_at: act.now,
        asked_by: signedIn(viewer),
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'referral_asked', row });
    await tell(act, voice, 'referral_asked');
    return { number: voice.number };
  });
}
