import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { momentOf } from './moment-of.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { whyNotDecline } from './why-not-handle.ts';

export const declineVoiceInput = z.object({ reason: words(500) });
export type DeclineVoice = z.infer<typeof declineVoiceInput>;

/** "Not in my power", with the reason: the first receiver is answerable again (V5). */
export async function declineVoice(viewer: Viewer, ref: VoiceRef, input: DeclineVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.decline', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotDecline(voice, viewer, await momentOf(act)));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_declines')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        reason: input.reason,
        declined_at: act.now,
        declined_by: signedIn(viewer),
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'declined', to: 'triaged', set: { owner_id: null }, row });
    return { number: voice.number };
  });
}
