import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachOwnRequest, type RequestRef } from './load-request.ts';
import { recordDecision } from './record-decision.ts';
import { whyNotDecided } from './why-not-request.ts';

/** Whoever asked changes their mind, as long as nothing is decided. Throws Missing, Refused. */
export async function takeBackDataRequest(viewer: Viewer, ref: RequestRef, how?: How): Promise<{ requestId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'data_request.take_back', input: [ref] }, how, async (act) => {
    const request = await reachOwnRequest(act.trx, viewer, ref);
    refuseIf(whyNotDecided(request));
    await recordDecision(act, viewer, request, { id: newId(act.now), outcome: 'taken_back', reason: null });
    return { requestId: request.id };
  });
}
