import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { ways } from './contact-link.ts';
import { reachLink, type LinkRef } from './load-link.ts';
import { recordContact } from './propose-link.ts';
import { whyNotAccept } from './why-not-contact.ts';

export const acceptLinkInput = z.object({ way: z.enum(ways, 'input.choose').default('page') });
export type AcceptLink = z.infer<typeof acceptLinkInput>;

/** The household wants the contact. Throws Missing, Refused by `whyNotAccept`. */
export async function acceptLink(viewer: Viewer, ref: LinkRef, input: AcceptLink, how?: How): Promise<{ linkId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'contact.accept', input: [ref, input] }, how, async (act) => {
    const link = await reachLink(act, viewer, ref);
    refuseIf(whyNotAccept(link, viewer, input.way));
    await act.trx
      .updateTable('contact_links')
      .set({ accepted_at: act.now, accepted_way: input.way, accepted_by: viewer.personId })
      .where('community_id', '=', ref.communityId)
      .where('id', '=', link.id)
      .execute();
    await recordContact(act, viewer, { communityId: ref.communityId, linkId: link.id, name: 'accepted', data: { way: input.way } });
    return { linkId: link.id };
  });
}
