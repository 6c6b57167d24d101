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
import { reasonCodes } from './voice.ts';
import { whyNotDay } from './why-not-handle.ts';
import { whyNotCloseDocumented, whyNotReason } from './why-not-verdict.ts';

/** `evidence`: what shows it, so that the supervisory committee can check a sample. */
export const closeDocumentedInput = z
  .object({ reasonCode: z.enum(reasonCodes, 'input.choose'), evidence: words(2000), lookAgainOn: day.optional() })
  .superRefine((input, context) => {
    if (input.reasonCode === 'NOT_NOW' && !input.lookAgainOn) {
      context.addIssue({ code: 'custom', path: ['lookAgainOn'], message: 'voice.look-again-needed' });
    }
  });
export type CloseDocumented = z.infer<typeof closeDocumentedInput>;

/** Without the resident's word: a second person closes with a reason and evidence (V3), and the resident may reopen. */
export async function closeDocumented(viewer: Viewer, ref: VoiceRef, input: CloseDocumented, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.close_documented', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    const moment = await momentOf(act);
    refuseIf(whyNotCloseDocumented(voice, viewer) ?? whyNotReason(voice, input.reasonCode, moment));
    if (input.lookAgainOn) refuseIf(whyNotDay(input.lookAgainOn, moment));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_closings')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        round: voice.round,
        kind: 'documented',
        owner_id: voice.ownerId ?? voice.firstReceiverId,
        recorded_by: signedIn(viewer),
        reason_code: input.reasonCode,
        evidence: input.evidence,
        look_again_on: input.lookAgainOn ?? null,
        closed_at: act.now,
      })
      .execute();
    const closed = { to: 'closed_documented', set: { closed_at: act.now }, row } as const;
    await moveVoice(act, viewer, voice, { event: 'closed_documented', ...closed, data: { reason: input.reasonCode } });
    await tell(act, voice, 'documented');
    return { number: voice.number };
  });
}
