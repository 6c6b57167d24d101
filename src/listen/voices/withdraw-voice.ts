import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { hidePublication } from './end-publication.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { leaveCase, splitChildren } from './split-from-case.ts';
import { tell } from './tell.ts';
import { whyNotWithdraw } from './why-not-verdict.ts';

/** Asked once: was anybody pressing you? What is said to that goes to the supervisor, never to the owner. */
export const withdrawVoiceInput = z.object({ underPressure: z.boolean().default(false), words: words(1000).optional() });
export type WithdrawVoice = z.infer<typeof withdrawVoiceInput>;

/** Only the one who spoke takes it back, also from a matter shared with others, who keep their voices. */
export async function withdrawVoice(viewer: Viewer, ref: VoiceRef, input: WithdrawVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.withdraw', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotWithdraw(voice, viewer));
    await act.trx
      .insertInto('voice_withdrawals')
      .values({
        community_id: voice.communityId,
        id: newId(act.now),
        voice_id: voice.id,
        under_pressure: input.underPressure,
        words: input.words ?? null,
        withdrawn_at: act.now,
      })
      .execute();
    await splitChildren(act, viewer, voice);
    const shared = voice.stage === 'merged';
    if (shared) await leaveCase(act, viewer, voice);
    await moveVoice(act, viewer, voice, { event: 'withdrawn', to: 'withdrawn', ...(shared && { set: { case_id: null } }) });
    if (voice.published) await hidePublication(act, viewer, voice, 'withdrawn');
    await tell(act, { communityId: voice.communityId, id: voice.id }, 'withdrawn');
    return { number: voice.number };
  });
}
