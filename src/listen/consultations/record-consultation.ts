import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Content } from '#foundation/commitments/index.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { newId } from '#foundation/ids.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Consultation, ConsultationStage } from './consultation.ts';

type About = Pick<Consultation, 'communityId' | 'id' | 'number'>;

/** Within a command: what happened, as an event of the office. Never used for answers: those have no author. */
export async function recordConsultation(
  act: Act,
  viewer: Viewer,
  one: About,
  what: string,
  data: { [key: string]: Json } = {},
): Promise<void> {
  await recordEvent(act, {
    communityId: one.communityId,
    name: `consultation.${what}`,
    subjectId: one.id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, one.communityId),
    data,
  });
}

/** `returned` leads back to a draft. */
export type Step = 'approved' | 'returned' | 'opened' | 'closed' | 'answered';
const stageAfter: Record<Step, ConsultationStage> = {
  approved: 'approved',
  returned: 'draft',
  opened: 'open',
  closed: 'closed',
  answered: 'answered',
};

/** Within a command: the step with who and when, the stage after it, the event; and for what the public is owed, its line. */
export async function takeStep(
  act: Act,
  viewer: Viewer,
  one: About,
  step: Step,
  { reason, line }: { reason?: string; line?: { readonly [key: string]: Content } } = {},
): Promise<void> {
  const { trx, now } = act;
  await trx
    .insertInto('consultation_steps')
    .values({
      community_id: one.communityId,
      id: newId(now),
      consultation_id: one.id,
      step,
      reason: reason ?? null,
      taken_at: now,
      taken_by: viewer.personId,
    })
    .execute();
  await trx
    .updateTable('consultations')
    .set({ stage: stageAfter[step] })
    .where('community_id', '=', one.communityId)
    .where('id', '=', one.id)
    .execute();
  await recordConsultation(act, viewer, one, step);
  if (line) await appendToLedger(act, { type: `consultation.${step}`, communityId: one.communityId, number: one.number, plain: line });
}
