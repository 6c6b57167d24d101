import { z } from 'zod';
import { Forbidden } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actingRole, actorKey, type Viewer } from '../viewer.ts';
import { endConsent, keepConsent, type ConsentOf, type Given } from './consents.ts';

export const chooseNoticesInput = z.object({ wanted: z.enum(['yes', 'no'], 'input.choose') });
export type ChooseNotices = z.infer<typeof chooseNoticesInput>;

/**
 * Somebody signed in says whether they wish to hear by message of things that are not their own matter. What their
 * matter needs (an answer, a date) is sent without this. Yes and no are one tap each. Throws Forbidden for nobody.
 */
export async function chooseNotices(viewer: Viewer, communityId: number, input: ChooseNotices, how?: How): Promise<{ wanted: boolean }> {
  const { personId } = viewer;
  if (!personId) throw new Forbidden('sign-in.needed');
  if (!viewer.grants.some(({ communityIds }) => communityIds.includes(communityId))) throw new Forbidden();
  return perform({ actor: actorKey(viewer), verb: 'consent.notices', input: [communityId, input] }, how, async (act) => {
    const of: ConsentOf = { communityId, purpose: 'notices', about: { personId } };
    const given: Given = { way: 'page', actorId: personId, actorRole: actingRole(viewer, communityId), notedBy: null };
    if (input.wanted === 'yes') await keepConsent(act, of, given);
    else await endConsent(act, of, given);
    return { wanted: input.wanted === 'yes' };
  });
}
