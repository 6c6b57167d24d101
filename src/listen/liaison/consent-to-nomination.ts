import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { ways } from './liaison.ts';
import { reachNomination, type LiaisonRef } from './load-call.ts';
import { agreement } from './nominate-officer.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotConsent } from './why-not-liaison.ts';

/** `shownName`: how the person wants to stand on the list that everybody reads. */
export const consentToNominationInput = z.object({ way: z.enum(ways, 'input.choose').default('page'), shownName: words(60) });
export type ConsentToNomination = z.infer<typeof consentToNominationInput>;

/** Whoever was nominated agrees to stand on the list. Throws Missing, Refused by `whyNotConsent`. */
export async function consentToNomination(
  viewer: Viewer,
  ref: LiaisonRef,
  input: ConsentToNomination,
  how?: How,
): Promise<{ nominationId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.agree', input: [ref, input] }, how, async (act) => {
    const nomination = await reachNomination(act.trx, ref);
    refuseIf(whyNotConsent(nomination, viewer, input.way));
    await act.trx
      .updateTable('liaison_nominations')
      .set({ ...agreement(act, input.way, viewer), shown_name: input.shownName })
      .where('community_id', '=', ref.communityId)
      .where('id', '=', nomination.id)
      .execute();
    await recordLiaison(act, viewer, { communityId: ref.communityId, subjectId: nomination.id, name: 'agreed', data: { way: input.way } });
    return { nominationId: nomination.id };
  });
}
