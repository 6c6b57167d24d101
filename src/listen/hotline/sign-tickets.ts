import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { officeOnly } from './hotline-access.ts';
import { reachTicket } from './load-ticket.ts';
import { whyNotSign } from './why-not-ticket.ts';

export const signTicketsInput = z.object({
  tickets: z.array(z.uuid('input.not-found')).min(1, 'hotline.choose-tickets').max(500, 'input.too-many'),
});
export type SignTickets = z.infer<typeof signTicketsInput>;

/** The office signs for tickets: from now on the hotline knows who has them. All of them or none. Throws Missing, Refused. */
export async function signTickets(viewer: Viewer, communityId: number, input: SignTickets, how?: How): Promise<{ signed: number }> {
  return perform({ actor: actorKey(viewer), verb: 'hotline.sign', input: [communityId, input] }, how, async (act) => {
    officeOnly(viewer, communityId);
    const ids = [...new Set(input.tickets)].toSorted();
    for (const id of ids) {
      const ticket = await reachTicket(act.trx, viewer, { communityId, id });
      refuseIf(whyNotSign(ticket));
      await act.trx
        .insertInto('hotline_receipts')
        .values({ community_id: communityId, id: newId(act.now), ticket_id: id, signed_at: act.now, signed_by: viewer.personId })
        .execute();
      const by = { actorId: viewer.personId, actorRole: actingRole(viewer, communityId) };
      await recordEvent(act, { communityId, name: 'hotline.signed', subjectId: id, ...by, data: { voice: ticket.voiceId } });
    }
    return { signed: ids.length };
  });
}
