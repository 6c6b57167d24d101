import { z } from 'zod';
import { isId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { acknowledgeWays } from './contact-card.ts';
import { cards, stageOf } from './find-contact-cards.ts';
import { cardSteps, whyNotStep } from './why-not-card.ts';

/** What became of a card: handed over at the door, acknowledged by the household (how), or taken back. */
export const moveCardInput = z
  .object({ step: z.enum(cardSteps, 'input.choose'), way: z.enum(acknowledgeWays, 'input.choose').optional() })
  .refine(({ step, way }) => step !== 'acknowledge' || way !== undefined, { path: ['way'], message: 'input.choose' });
export type MoveCard = z.infer<typeof moveCardInput>;

/** Notes a step of a card in the register, for the office and for neighbours who serve in that area. Throws Missing, Refused. */
export async function moveCard(
  viewer: Viewer,
  ref: { communityId: number; id: string },
  input: MoveCard,
  how?: How,
): Promise<{ cardId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'card.move', input: [ref, input] }, how, async (act) => {
    const { communityId } = ref;
    const card = isId(ref.id)
      ? await cards(act.trx, viewer, communityId).where('card.id', '=', ref.id).forUpdate('card').executeTakeFirst()
      : undefined;
    if (!card) throw new Missing();
    refuseIf(whyNotStep(stageOf(card), input.step));
    const by = viewer.personId;
    const columns = {
      hand_over: { handed_over_at: act.now, handed_over_by: by },
      acknowledge: { acknowledged_at: act.now, acknowledged_way: input.way ?? null, acknowledged_noted_by: by },
      return: { returned_at: act.now, returned_by: by },
    }[input.step];
    await act.trx.updateTable('contact_cards').set(columns).where('community_id', '=', communityId).where('id', '=', card.id).execute();
    await recordEvent(act, {
      communityId,
      subjectId: card.id,
      name: { hand_over: 'card.handed_over', acknowledge: 'card.acknowledged', return: 'card.returned' }[input.step],
      actorId: by,
      actorRole: actingRole(viewer, communityId),
    });
    return { cardId: card.id };
  });
}
