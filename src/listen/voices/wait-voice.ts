import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { day, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { momentOf } from './moment-of.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { tell } from './tell.ts';
import { whyNotDay, whyNotWait } from './why-not-handle.ts';

export const waitVoiceInput = z.object({ reason: words(500), untilDay: day });
export type WaitVoice = z.infer<typeof waitVoiceInput>;

/** The owner waits for somebody outside. Waiting moves no due date (V7). */
export async function waitVoice(viewer: Viewer, ref: VoiceRef, input: WaitVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.wait', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotWait(voice, viewer) ?? whyNotDay(input.untilDay, await momentOf(act)));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_waits')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        kind: 'waiting_external',
        reason: input.reason,
        until_day: input.untilDay,
        began_at: act.now,
        began_by: signedIn(viewer),
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'waited', to: 'waiting_external', row });
    await tell(act, voice, 'waiting');
    return { number: voice.number };
  });
}
