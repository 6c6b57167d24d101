import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { submitVoice, type Submitted, type SubmitVoice } from '#listen/voices/index.ts';
import { reachCall, type CallRef } from './load-call.ts';
import { recordEnd } from './record-end.ts';
import { whyNotEnd } from './why-not-call.ts';

/**
 * A missed call becomes a voice on the line it came in on, counted from when it rang (V9): the call is over, the voice
 * has its number. Throws Missing, Refused, Invalid.
 */
export async function writeDownCall(viewer: Viewer, ref: CallRef, input: SubmitVoice, how?: How): Promise<Submitted> {
  return perform({ actor: actorKey(viewer), verb: 'call.write_down', input: [ref, input] }, how, async (act) => {
    const call = await reachCall(act.trx, viewer, ref);
    refuseIf(whyNotEnd(call, viewer, 'voice'));
    const said = { ...input, channel: call.line, saidAt: call.calledAt.toISOString() };
    const submitted = await submitVoice(viewer, ref.communityId, said, [], { within: act });
    await recordEnd(act, viewer, call, 'voice', submitted.voiceId);
    return submitted;
  });
}
