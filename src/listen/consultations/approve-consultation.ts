import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, theClock, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { loadQuestions, reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { openConsultation } from './open-consultation.ts';
import { takeStep } from './record-consultation.ts';
import { whyNotApprove, whyNotReturn } from './why-not-consultation.ts';

export const returnConsultationInput = z.object({ reason: words(500) });
export type ReturnConsultation = z.infer<typeof returnConsultationInput>;

/**
 * A second person has looked over what would be asked: nothing sensitive, nothing that tells who answers. It opens by itself
 * on its first day, or now when that has come. Throws Missing, Refused by `whyNotApprove`.
 */
export async function approveConsultation(viewer: Viewer, ref: ConsultationRef, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.approve', input: ref }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    const questions = await loadQuestions(act.trx, one);
    const today = shanghaiDay(act.now);
    refuseIf(whyNotApprove(one, questions, viewer, today));
    await takeStep(act, viewer, one, 'approved');
    if (one.opensOn <= today) await openConsultation(act, theClock, one, questions);
    return { number: one.number };
  });
}

/** The second person, or anybody before it opens, sends it back with a reason. Throws Missing, Refused by `whyNotReturn`. */
export async function returnConsultation(
  viewer: Viewer,
  ref: ConsultationRef,
  input: ReturnConsultation,
  how?: How,
): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.return', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotReturn(one, viewer));
    await takeStep(act, viewer, one, 'returned', { reason: input.reason });
    return { number: one.number };
  });
}
