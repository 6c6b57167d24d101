import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { confirmReferral, loadVoice, referVoice, words } from '#listen/voices/index.ts';
import { m } from '#words';
import { officeOnly } from './hotline-access.ts';
import { reachTicket, type TicketRef } from './load-ticket.ts';
import { signer } from './signer.ts';
import { handBackOutcomes, type Ticket } from './ticket.ts';
import { whyNotDecideHandBack } from './why-not-ticket.ts';

/** `reference`: how the hotline said so. */
export const decideHandBackInput = z.object({ outcome: z.enum(handBackOutcomes, 'input.choose'), reference: words(300) });
export type DecideHandBack = z.infer<typeof decideHandBackInput>;

/**
 * Writes down what the hotline's dispatcher decided. Accepted: the voice passes to the hotline, which is the receiver who
 * has accepted. Refused: it stays, and there is no second hand-back; what is too hard goes up to the street.
 */
export async function decideHandBack(viewer: Viewer, ref: TicketRef, input: DecideHandBack, how?: How): Promise<{ ticketId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'hotline.decide', input: [ref, input] }, how, async (act) => {
    officeOnly(viewer, ref.communityId);
    const ticket = await reachTicket(act.trx, viewer, ref);
    refuseIf(whyNotDecideHandBack(ticket));
    if (input.outcome === 'accepted') await passOn(act, viewer, ticket, input.reference);
    const id = newId(act.now);
    await act.trx
      .insertInto('hotline_hand_back_decisions')
      .values({
        community_id: ref.communityId,
        id,
        hand_back_id: ticket.handBack?.id ?? '',
        ...input,
        recorded_at: act.now,
        recorded_by: signer(viewer),
      })
      .execute();
    await recordEvent(act, {
      communityId: ref.communityId,
      name: 'hotline.hand_back_decided',
      subjectId: ticket.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, ref.communityId),
      data: { voice: ticket.voiceId, outcome: input.outcome, row: id },
    });
    return { ticketId: ticket.id };
  });
}

/** Asked and accepted in one: where the second step tells the speaker, the first stays quiet, so that they hear it once. */
async function passOn(act: Act, viewer: Viewer, { communityId, voiceId: id }: Ticket, reference: string): Promise<void> {
  const voice = await loadVoice(act.trx, viewer, { communityId, id });
  if (!voice) throw new Missing();
  const quiet = act.quiet === true || voice.stage === 'triaged';
  await referVoice(viewer, { communityId, id }, { receiver: m.hotline_receiver({}, { locale: 'zh-CN' }) }, { within: { ...act, quiet } });
  await confirmReferral(viewer, { communityId, id }, { reference }, { within: act });
}
