import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, endRole, type Viewer } from '#community/people/index.ts';
import { endLinksOf } from '#listen/contacts/index.ts';
import { endReasons, type EndReason } from './liaison.ts';
import { reachAppointment, type Appointment } from './load-appointment.ts';
import type { LiaisonRef } from './load-call.ts';
import { passOpenVoices } from './pass-open-voices.ts';
import { recordLiaison } from './record-liaison.ts';
import { leads } from './why-not-liaison.ts';

export const endAppointmentInput = z.object({
  reason: z.enum(endReasons, 'input.choose'),
  successorId: z.uuid('input.not-found').optional(),
});
export type EndAppointment = z.infer<typeof endAppointmentInput>;
export type Ended = { appointmentId: string; voicesPassed: number; linksPassed: number };

/**
 * Ends an appointment; the reach ends with it, in the same moment. With a successor it is handed over: open voices are
 * passed on, and each household with a contact link is asked whether it wants the successor. The secretary, or the officer
 * for themselves (without a successor). Throws Missing, Refused by `whyNotEndAppointment`.
 */
export async function endAppointment(viewer: Viewer, ref: LiaisonRef, input: EndAppointment, how?: How): Promise<Ended> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.end', input: [ref, input] }, how, async (act) => {
    const appointment = await reachAppointment(act.trx, ref);
    refuseIf(whyNotEndAppointment(appointment, viewer, input.successorId !== undefined));
    const successor = input.successorId ? await reachAppointment(act.trx, { ...ref, id: input.successorId }) : null;
    if (successor && (successor.ended || successor.roleIds.length === 0 || successor.personId === appointment.personId))
      throw new Refused('liaison.successor-not-serving');
    const voicesPassed = successor ? await passOpenVoices(act, viewer, appointment, successor.personId) : 0;
    const links = { communityId: ref.communityId, from: appointment.personId, to: successor?.personId ?? null };
    const linksPassed = (await stillServes(act, appointment)) ? 0 : await endLinksOf(act, viewer, links);
    // The reason is a word out of a list: what stands in the roles' own record is that word.
    for (const roleId of appointment.roleIds) await endRole(viewer, ref.communityId, { roleId, reason: input.reason }, { within: act });
    await keepEnding(act, viewer, appointment, { reason: input.reason, successorId: successor?.id ?? null, voicesPassed, linksPassed });
    return { appointmentId: appointment.id, voicesPassed, linksPassed };
  });
}

/** The secretary; and anybody may lay down what they took on. */
export function whyNotEndAppointment(appointment: Appointment, viewer: Viewer, handsOver: boolean): string | null {
  const own = viewer.kind === 'staff' && viewer.personId === appointment.personId;
  if (!leads(viewer, appointment.communityId) && !(own && !handsOver)) return 'liaison.secretary-only';
  return appointment.ended ? 'liaison.ended-already' : null;
}

/** Whether they hold another role here that lets them keep in touch with households. */
async function stillServes({ trx }: Act, { communityId, personId, roleIds }: Appointment): Promise<boolean> {
  const other = await trx
    .selectFrom('roles')
    .select('id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('role', '<>', 'resident')
    .where('ended_at', 'is', null)
    .$if(roleIds.length > 0, (query) => query.where('id', 'not in', roleIds))
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

type Ending = { reason: EndReason; successorId: string | null; voicesPassed: number; linksPassed: number };

async function keepEnding(act: Act, viewer: Viewer, { communityId, id }: Appointment, ending: Ending): Promise<void> {
  const { reason, successorId, voicesPassed, linksPassed } = ending;
  await act.trx
    .insertInto('liaison_endings')
    .values({
      community_id: communityId,
      id: newId(act.now),
      appointment_id: id,
      kind: successorId ? 'handed_over' : 'ended',
      reason,
      successor_id: successorId,
      voices_passed: voicesPassed,
      links_passed: linksPassed,
      ended_at: act.now,
      ended_by: viewer.personId ?? '',
    })
    .execute();
  await recordLiaison(act, viewer, {
    communityId,
    subjectId: id,
    name: successorId ? 'handed_over' : 'ended',
    data: { reason, ...(successorId && { successor: successorId }) },
    owed: true,
  });
}
