import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { ways, type ContactLink, type EndCause, type Way } from './contact-link.ts';
import { reachLink, type LinkRef } from './load-link.ts';
import { recordContact, writeLink } from './propose-link.ts';
import { livesIn, whyNotEndLink } from './why-not-contact.ts';

export const endLinkInput = z.object({ way: z.enum(ways, 'input.choose').default('page') });
export type EndLink = z.infer<typeof endLinkInput>;

/** Ends a contact, in one step and without a reason. Throws Missing, Refused by `whyNotEndLink`. */
export async function endLink(viewer: Viewer, ref: LinkRef, input: EndLink, how?: How): Promise<{ linkId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'contact.end', input: [ref, input] }, how, async (act) => {
    const link = await reachLink(act, viewer, ref);
    refuseIf(whyNotEndLink(link, viewer));
    await writeEnd(act, viewer, link, causeOf(link, viewer, input.way), input.way);
    return { linkId: link.id };
  });
}

/** What comes by telephone or on paper is the household's own wish, whoever notes it. */
function causeOf(link: ContactLink, viewer: Viewer, way: Way): EndCause {
  if (way !== 'page' || livesIn(viewer, link.communityId, link.householdId)) return 'household';
  return viewer.personId === link.holderId ? 'holder' : 'office';
}

async function writeEnd(act: Act, viewer: Viewer, link: ContactLink, cause: EndCause, way: Way | null): Promise<void> {
  await act.trx
    .updateTable('contact_links')
    .set({ ended_at: act.now, ended_cause: cause, ended_way: way, ended_by: viewer.personId })
    .where('community_id', '=', link.communityId)
    .where('id', '=', link.id)
    .execute();
  await recordContact(act, viewer, { communityId: link.communityId, linkId: link.id, name: 'ended', data: { cause } });
}

/**
 * Within a command: ends all links of somebody who no longer serves. With a successor each household is asked anew: nobody
 * is handed on like a key. Returns how many were proposed to the successor.
 */
export async function endLinksOf(
  act: Act,
  viewer: Viewer,
  { communityId, from, to }: { communityId: number; from: string; to: string | null },
): Promise<number> {
  const rows = await act.trx
    .selectFrom('contact_links')
    .select(['id', 'household_id as householdId'])
    .where('community_id', '=', communityId)
    .where('holder_id', '=', from)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  let proposed = 0;
  for (const { id, householdId } of rows) {
    await writeEnd(act, viewer, { communityId, id, householdId, holderId: from, stage: 'active' }, to ? 'handed_over' : 'holder', null);
    if (!to) continue;
    const has = await act.trx
      .selectFrom('contact_links')
      .select('id')
      .where('community_id', '=', communityId)
      .where('household_id', '=', householdId)
      .where('holder_id', '=', to)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (has) continue;
    await writeLink(act, viewer, { communityId, householdId, holderId: to });
    proposed += 1;
  }
  return proposed;
}
