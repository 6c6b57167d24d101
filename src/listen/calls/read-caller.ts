import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, readPersonalData, type Viewer } from '#community/people/index.ts';
import { reachCall, type CallRef } from './load-call.ts';
import { whyNotRing } from './why-not-call.ts';

/** The number to call back. That somebody looked is written down first. Throws Missing, Refused. */
export async function readCaller(viewer: Viewer, ref: CallRef, how?: How): Promise<{ phone: string | null }> {
  // Without the key of the intent: a kept first answer would be a copy of the telephone number.
  return perform({ actor: actorKey(viewer), verb: 'call.read_caller', input: ref }, { ...how, key: undefined }, async (act) => {
    const call = await reachCall(act.trx, viewer, ref);
    refuseIf(whyNotRing(call, viewer));
    const ids = call.callerId ? [call.callerId] : [];
    const look = { communityId: ref.communityId, table: 'reporters', ids, fields: ['phone'], purpose: 'call' } as const;
    return { phone: (await readPersonalData(act, viewer, look)).get(call.callerId ?? '')?.phone ?? null };
  });
}
