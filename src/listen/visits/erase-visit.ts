import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actingRole, actorKey, eraseVisitData, finishErasures, type Viewer } from '#community/people/index.ts';
import { reachOwnVisit, reachVisit } from './load-visit.ts';
import { visitWays, type VisitRef } from './visit.ts';
import { whyNotErase } from './why-not-visit.ts';

/** `way`: `page` by the household itself, otherwise by whoever was asked to. */
export const eraseVisitInput = z.object({ way: z.enum(visitWays, 'input.choose') });
export type EraseVisit = z.infer<typeof eraseVisitInput>;

/** The household has a record erased, at once and without giving a reason (H1). Throws Missing, Refused. */
export async function eraseVisit(viewer: Viewer, ref: VisitRef, { way }: EraseVisit, how?: How): Promise<{ erased: boolean }> {
  const { gone } = await perform({ actor: actorKey(viewer), verb: 'visit.erase', input: [ref, way] }, how, async (act) => {
    refuseIf(whyNotErase(await (way === 'page' ? reachOwnVisit : reachVisit)(act.trx, viewer, ref)));
    const by = { personId: viewer.personId, role: actingRole(viewer, ref.communityId) };
    const erased = await eraseVisitData(act, by, ref.communityId, ref.id);
    return { gone: erased ? [erased] : [] };
  });
  if (!how?.within) await finishErasures(gone);
  return { erased: gone.length > 0 };
}
