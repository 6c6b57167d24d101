import { sql } from 'kysely';
import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { takeToken } from '#foundation/server/take-token.ts';
import type { Viewer } from '#community/people/index.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { receiptHash } from './units.ts';

export const eraseOwnTextsInput = z.object({
  receipt: z.string({ error: 'input.needed' }).trim().min(1, 'input.needed').max(40, 'consultation.receipt-unknown'),
});
export type EraseOwnTexts = z.infer<typeof eraseOwnTextsInput>;

/**
 * Whoever holds the receipt takes back what they wrote in their own words, also what was shown of it. What they ticked stays
 * counted: it says nothing about them. Throws Missing, TooMany, Invalid when no answers belong to the receipt.
 */
export async function eraseOwnTexts(
  viewer: Viewer,
  ref: ConsultationRef,
  { receipt }: EraseOwnTexts,
  how?: How,
): Promise<{ erased: number }> {
  await takeToken(`consultation:receipt:${viewer.address}`, 20, 900);
  return perform({ actor: 'nobody', verb: 'consultation.erase_texts', input: null }, how && { ...how, key: undefined }, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'share');
    const slip = await act.trx
      .selectFrom('consultation_slips')
      .select('id')
      .where('community_id', '=', one.communityId)
      .where('consultation_id', '=', one.id)
      .where('receipt', '=', receiptHash(one, receipt))
      .executeTakeFirst();
    if (!slip) throw new Invalid([{ field: 'receipt', code: 'consultation.receipt-unknown' }]);
    const mine = sql`community_id = ${one.communityId} and slip_id = ${slip.id}`;
    await sql`update consultation_clearings set shown_words = null where community_id = ${one.communityId}
      and text_id in (select id from consultation_texts where ${mine})`.execute(act.trx);
    const { numAffectedRows } = await sql`update consultation_texts set words = null, erased_on = ${shanghaiDay(act.now)}
      where ${mine} and words is not null`.execute(act.trx);
    return { erased: Number(numAffectedRows ?? 0) };
  });
}
