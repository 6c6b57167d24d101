import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVisit } from './load-visit.ts';
import { noteStep, takeStep } from './take-step.ts';
import type { VisitRef } from './visit.ts';
import { whyNotNotice } from './why-not-visit.ts';

export const noticeVisitInput = z.object({ way: z.enum(['phone', 'paper', 'visit'], 'input.choose') });
export type NoticeVisit = z.infer<typeof noticeVisitInput>;

/** The household was told beforehand: by telephone, a slip at the door, or in passing. Throws Missing, Refused. */
export async function noticeVisit(viewer: Viewer, ref: VisitRef, { way }: NoticeVisit, how?: How): Promise<{ visitId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit.notice', input: [ref, way] }, how, async (act) => {
    refuseIf(whyNotNotice(await reachVisit(act.trx, viewer, ref)));
    await takeStep(act, viewer, ref, { step: 'noticed', stage: 'noticed', way });
    await noteStep(act, viewer, ref, 'visit.noticed', { data: { way } });
    return { visitId: ref.id };
  });
}
