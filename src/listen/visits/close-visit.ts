import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVisit } from './load-visit.ts';
import { noteStep, takeStep } from './take-step.ts';
import type { VisitRef } from './visit.ts';
import { whyNotClose } from './why-not-visit.ts';

/** The visit is over: everything asked is a voice, and the household knows what is written. Throws Missing, Refused (H4). */
export async function closeVisit(viewer: Viewer, ref: VisitRef, how?: How): Promise<{ visitId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit.close', input: [ref] }, how, async (act) => {
    refuseIf(whyNotClose(await reachVisit(act.trx, viewer, ref)));
    await takeStep(act, viewer, ref, { step: 'closed', stage: 'closed' });
    await noteStep(act, viewer, ref, 'visit.closed');
    return { visitId: ref.id };
  });
}
