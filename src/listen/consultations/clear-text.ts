import { z } from 'zod';
import { isId, newId } from '#foundation/ids.ts';
import { Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { recordConsultation } from './record-consultation.ts';
import { whyNotRespond } from './why-not-consultation.ts';

/** `shownWords`: without what would tell who wrote it. Keeping it back has a reason. */
export const clearTextInput = z
  .object({
    text: z.string().default(''),
    outcome: z.enum(['shown', 'kept_back'], 'input.choose'),
    shownWords: words(1000).optional(),
    reason: words(300).optional(),
  })
  .refine(({ outcome, reason }) => outcome === 'shown' || reason, { path: ['reason'], message: 'input.needed' });
export type ClearText = z.infer<typeof clearTextInput>;

/** A person has read a free answer: it may be shown, perhaps shortened, or is kept back with a reason. Once. Throws Missing, Refused. */
export async function clearText(viewer: Viewer, ref: ConsultationRef, input: ClearText, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.clear_text', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotRespond(one, viewer));
    const text = isId(input.text)
      ? await act.trx
          .selectFrom('consultation_texts')
          .select('words')
          .where('community_id', '=', one.communityId)
          .where('consultation_id', '=', one.id)
          .where('id', '=', input.text)
          .executeTakeFirst()
      : undefined;
    if (!text) throw new Missing();
    if (text.words === null) throw new Refused('consultation.text-erased');
    const cleared = await act.trx
      .insertInto('consultation_clearings')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        text_id: input.text,
        outcome: input.outcome,
        shown_words: input.outcome === 'shown' ? (input.shownWords ?? text.words) : null,
        reason: input.reason ?? null,
        cleared_at: act.now,
        cleared_by: viewer.personId ?? '',
      })
      .onConflict((conflict) => conflict.columns(['community_id', 'text_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!cleared) throw new Refused('consultation.cleared-already');
    await recordConsultation(act, viewer, one, 'text_cleared', { outcome: input.outcome });
    return { number: one.number };
  });
}
