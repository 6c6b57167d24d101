import { z } from 'zod';
import { Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { findStanding } from './find-standing.ts';
import { keepWish } from './keep-wish.ts';
import { homesOf } from './visit-access.ts';
import { rhythms, visitWays } from './visit.ts';

/** `monthly` only because the household asked for it; `none`: they'd rather not be visited. `twoPeople`: come as two (H3). */
export const wishVisitsInput = z.object({
  householdId: z.uuid('input.not-found'),
  rhythm: z.enum(rhythms, 'input.choose'),
  twoPeople: z.boolean().default(false),
  way: z.enum(visitWays, 'input.choose'),
});
export type WishVisits = z.infer<typeof wishVisitsInput>;

/** A household says how it wishes to be visited: by itself on the page, or through whoever it told. Throws Missing. */
export async function wishVisits(viewer: Viewer, communityId: number, input: WishVisits, how?: How): Promise<{ householdId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit.wish', input: [communityId, input] }, how, async (act) => {
    const { householdId, way } = input;
    const reached =
      way === 'page'
        ? (await homesOf(act.trx, viewer, communityId)).some((home) => home.householdId === householdId)
        : (await findStanding(act.trx, viewer, communityId, householdId, act.now)) !== null;
    if (!reached) throw new Missing();
    await keepWish(act, viewer, communityId, input);
    return { householdId };
  });
}
