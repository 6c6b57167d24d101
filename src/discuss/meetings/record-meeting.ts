import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Content } from '#foundation/commitments/index.ts';
import { newId } from '#foundation/ids.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Meeting, MeetingStage } from './meeting.ts';

type About = Pick<Meeting, 'communityId' | 'id' | 'number'>;
export type MeetingStep = 'planned' | 'called' | 'opened' | 'inquorate' | 'adjourned' | 'closed' | 'minuted' | 'cancelled';
type More = { reason?: string | undefined; line?: { readonly [key: string]: Content } | undefined; data?: { [key: string]: Json } };

const stageAfter: Record<MeetingStep, MeetingStage> = {
  planned: 'planned',
  called: 'called',
  opened: 'open',
  inquorate: 'inquorate',
  adjourned: 'adjourned',
  closed: 'closed',
  minuted: 'minuted',
  cancelled: 'cancelled',
};

/** Within a command: the step with who and when, the stage after it, the event; and for what the public is owed, its line. */
export async function takeStep(act: Act, viewer: Viewer, one: About, step: MeetingStep, { reason, line, data }: More = {}): Promise<void> {
  const { trx, now } = act;
  await trx
    .insertInto('meeting_steps')
    .values({
      community_id: one.communityId,
      id: newId(now),
      meeting_id: one.id,
      step,
      reason: reason ?? null,
      taken_at: now,
      taken_by: viewer.personId,
    })
    .execute();
  await trx
    .updateTable('meetings')
    .set({ stage: stageAfter[step], changed_at: now })
    .where('community_id', '=', one.communityId)
    .where('id', '=', one.id)
    .execute();
  await recordMeeting(act, viewer, one, step, data);
  if (line) await appendToLedger(act, { type: `meeting.${step}`, communityId: one.communityId, number: one.number, plain: line });
}

/** Within a command: something that happened to a meeting and leaves its stage as it is. */
export async function recordMeeting(
  act: Act,
  viewer: Viewer,
  one: Pick<About, 'communityId' | 'id'>,
  what: string,
  data: { [key: string]: Json } = {},
): Promise<void> {
  await recordEvent(act, {
    communityId: one.communityId,
    name: `meeting.${what}`,
    subjectId: one.id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, one.communityId),
    data,
  });
}
