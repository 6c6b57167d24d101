import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { loadVoice, words } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';
import { reachTicket, type TicketRef } from './load-ticket.ts';
import { signer } from './signer.ts';
import { handBackReasons } from './ticket.ts';
import { whyNotHandBack } from './why-not-ticket.ts';

/** `evidence`: what shows that it isn't ours, such as the list of who is responsible. */
export const handBackTicketInput = z.object({ reason: z.enum(handBackReasons, 'input.choose'), evidence: words(1000) });
export type HandBackTicket = z.infer<typeof handBackTicketInput>;

/** Asks the hotline to take a ticket back. Until its dispatcher has decided the voice stays here, open, with its first receiver. */
export async function handBackTicket(viewer: Viewer, ref: TicketRef, input: HandBackTicket, how?: How): Promise<{ ticketId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'hotline.hand_back', input: [ref, input] }, how, async (act) => {
    officeOnly(viewer, ref.communityId);
    const ticket = await reachTicket(act.trx, viewer, ref);
    const voice = await loadVoice(act.trx, viewer, { communityId: ref.communityId, id: ticket.voiceId });
    if (!voice) throw new Missing();
    refuseIf(whyNotHandBack(ticket, voice, viewer, { now: act.now, calendar: await currentCalendar(act.trx) }));
    const id = newId(act.now);
    await act.trx
      .insertInto('hotline_hand_backs')
      .values({ community_id: ref.communityId, id, ticket_id: ticket.id, ...input, asked_at: act.now, asked_by: signer(viewer) })
      .execute();
    await recordEvent(act, {
      communityId: ref.communityId,
      name: 'hotline.handed_back',
      subjectId: ticket.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, ref.communityId),
      dueAt: ticket.handBackUntil,
      late: false,
      data: { voice: ticket.voiceId, reason: input.reason, row: id },
    });
    return { ticketId: ticket.id };
  });
}
