import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachCall, type CallRef } from './load-call.ts';
import { bareEnds } from './missed-call.ts';
import { recordEnd } from './record-end.ts';
import { whyNotEnd } from './why-not-call.ts';

export const endCallInput = z.object({ outcome: z.enum(bareEnds, 'input.choose') });
export type EndCall = z.infer<typeof endCallInput>;

/** Called back and nothing was wanted; or, by the rules, nobody could be reached. Throws Missing, Refused. */
export async function endCall(viewer: Viewer, ref: CallRef, input: EndCall, how?: How): Promise<{ callId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'call.end', input: [ref, input] }, how, async (act) => {
    const call = await reachCall(act.trx, viewer, ref);
    refuseIf(whyNotEnd(call, viewer, input.outcome));
    await recordEnd(act, viewer, call, input.outcome, null);
    return { callId: call.id };
  });
}
