import type { Content } from '#foundation/commitments/index.ts';
import { newId } from '#foundation/ids.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Delegation, DelegationStage } from './delegation.ts';

type Set = { organization_id?: string | null; responsibility_id?: string | null; mentor_id?: string; starts_on?: string; ends_on?: string };
type Step = {
  to?: DelegationStage;
  set?: Set;
  dueAt?: Date | null;
  reason?: string | undefined;
  /** what everybody is owed: a line in the public ledger */
  line?: { readonly [key: string]: Content };
  data?: { [key: string]: Json };
};

/** Within a command: the step with who and when, the stage after it, the event, and for what the public is owed its line. */
export async function takeStep(
  act: Act,
  viewer: Viewer,
  one: Pick<Delegation, 'communityId' | 'id' | 'number' | 'stage'>,
  step: string,
  { to, set, dueAt, reason, line, data }: Step,
): Promise<void> {
  const { trx, now } = act;
  const { communityId, id, number } = one;
  await trx
    .insertInto('delegation_steps')
    .values({
      community_id: communityId,
      id: newId(now),
      delegation_id: id,
      step,
      reason: reason ?? null,
      taken_at: now,
      taken_by: viewer.personId,
    })
    .execute();
  await trx
    .updateTable('delegations')
    .set({ ...set, ...(to && { stage: to }), ...(dueAt !== undefined && { due_at: dueAt }), changed_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
  await recordEvent(act, {
    communityId,
    name: `delegation.${step}`,
    subjectId: id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data: { from: one.stage, to: to ?? one.stage, ...data },
  });
  if (line) await appendToLedger(act, { type: `delegation.${step}`, communityId, number, plain: line });
}
