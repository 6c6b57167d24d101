import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { topics } from './liaison.ts';
import { reachAppointment } from './load-appointment.ts';
import type { LiaisonRef } from './load-call.ts';
import { recordLiaison } from './record-liaison.ts';
import { writesDown } from './why-not-liaison.ts';

export const recordTrainingInput = z.object({ topic: z.enum(topics, 'input.choose'), heldOn: z.iso.date('input.not-a-day') });
export type RecordTraining = z.infer<typeof recordTrainingInput>;

/** The office notes a training an officer took part in. Throws Missing, Refused, Invalid for a day to come. */
export async function recordTraining(
  viewer: Viewer,
  ref: LiaisonRef,
  input: RecordTraining,
  how?: How,
): Promise<{ appointmentId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.record_training', input: [ref, input] }, how, async (act) => {
    const appointment = await reachAppointment(act.trx, ref);
    refuseIf(whyNotTrain({ communityId: ref.communityId, ended: appointment.ended }, viewer));
    if (input.heldOn > shanghaiDay(act.now)) throw new Invalid([{ field: 'heldOn', code: 'liaison.day-to-come' }]);
    const kept = await act.trx
      .insertInto('liaison_trainings')
      .values({
        community_id: ref.communityId,
        id: newId(act.now),
        appointment_id: appointment.id,
        held_on: input.heldOn,
        topic: input.topic,
        recorded_at: act.now,
        recorded_by: viewer.personId ?? '',
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) throw new Refused('liaison.training-noted');
    await recordLiaison(act, viewer, { communityId: ref.communityId, subjectId: appointment.id, name: 'trained', data: { ...input } });
    return { appointmentId: appointment.id };
  });
}

export function whyNotTrain({ communityId, ended }: { communityId: number; ended: boolean }, viewer: Viewer): string | null {
  if (!writesDown(viewer, communityId)) return 'liaison.office-only';
  return ended ? 'liaison.ended-already' : null;
}
