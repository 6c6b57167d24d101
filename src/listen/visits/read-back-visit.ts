import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVisit } from './load-visit.ts';
import { noteStep, takeStep } from './take-step.ts';
import { readBackWays, type VisitRef } from './visit.ts';
import { whyNotReadBack } from './why-not-visit.ts';

export const readBackVisitInput = z.object({ way: z.enum(readBackWays, 'input.choose') });
export type ReadBackVisit = z.infer<typeof readBackVisitInput>;

/** What is written was read to the household: signed, agreed to, or they would rather not say. Throws Missing, Refused. */
export async function readBackVisit(viewer: Viewer, ref: VisitRef, { way }: ReadBackVisit, how?: How): Promise<{ visitId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit.read_back', input: [ref, way] }, how, async (act) => {
    refuseIf(whyNotReadBack(await reachVisit(act.trx, viewer, ref)));
    await takeStep(act, viewer, ref, { step: 'read_back', stage: 'read_back', way });
    await noteStep(act, viewer, ref, 'visit.read_back', { data: { way } });
    return { visitId: ref.id };
  });
}
