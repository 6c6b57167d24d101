import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { pointOutcomes } from './consultation.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { recordConsultation, takeStep } from './record-consultation.ts';
import { whyNotRespond } from './why-not-consultation.ts';
import { link } from './write-consultation.ts';

/** `said`: one main point of the answers. `does`: what is done about it, or why it isn't. What is under way has a day. */
export const respondInput = z
  .object({
    said: words(300),
    outcome: z.enum(pointOutcomes, 'input.choose'),
    does: words(1000),
    byWhom: words(60),
    untilDay: z.iso.date('input.not-a-day').optional(),
    link: link.optional(),
  })
  .refine(({ outcome, untilDay }) => outcome !== 'doing' || untilDay, { path: ['untilDay'], message: 'input.needed' });
export type Respond = z.infer<typeof respondInput>;

/** "You said, we did": one point more; with the first, the consultation is answered. Throws Missing, Refused by `whyNotRespond`. */
export async function respondToConsultation(
  viewer: Viewer,
  ref: ConsultationRef,
  input: Respond,
  how?: How,
): Promise<{ position: number }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.respond', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotRespond(one, viewer));
    const { last } = await act.trx
      .selectFrom('consultation_points')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
      .where('community_id', '=', one.communityId)
      .where('consultation_id', '=', one.id)
      .executeTakeFirstOrThrow();
    const position = last + 1;
    const { said, outcome, does, byWhom, untilDay, link: more } = input;
    await act.trx
      .insertInto('consultation_points')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        consultation_id: one.id,
        position,
        said,
        outcome,
        does,
        by_whom: byWhom,
        until_day: untilDay ?? null,
        link: more ?? null,
        written_at: act.now,
        written_by: viewer.personId ?? '',
      })
      .execute();
    if (one.stage === 'closed') await takeStep(act, viewer, one, 'answered', { line: { outcome } });
    else await recordConsultation(act, viewer, one, 'point_added', { position });
    return { position };
  });
}
