import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, words } from '#listen/voices/index.ts';
import type { Commitment } from './commitment.ts';
import { day } from './commitment-inputs.ts';
import { findPart } from './find-part.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { hashOf } from './publish-commitment.ts';
import { recordCommitment, tellFollowers } from './record-commitment.ts';
import { whyNotAmend } from './why-not-commit.ts';

/** What changes, and why: told to everybody who follows it. */
export const amendCommitmentInput = z
  .object({ text: words(500).optional(), dueOn: day.optional(), reason: words(500) })
  .refine(({ text, dueOn }) => text !== undefined || dueOn !== undefined, { path: ['text'], message: 'commitment.nothing-amended' });
export type AmendCommitment = z.infer<typeof amendCommitmentInput>;

/** C1: an amendment is added; the old text and the first date stay to be read. Throws Missing, Refused by `whyNotAmend`, Invalid. */
export async function amendCommitment(
  viewer: Viewer,
  ref: CommitmentRef,
  input: AmendCommitment,
  how?: How,
): Promise<{ amendmentId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.amend', input: [ref, input] }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotAmend(one, viewer, await findPart(act.trx, viewer, one)));
    const { dueOn } = input;
    if (dueOn !== undefined && dueOn < shanghaiDay(act.now)) throw new Invalid([{ field: 'dueOn', code: 'commitment.day-is-past' }]);
    return { amendmentId: await writeAmendment(act, viewer, one, input) };
  });
}

/** Within a command: the amendment beside the promise, its line in the ledger, and a word to those who follow it. */
export async function writeAmendment(act: Act, viewer: Viewer, one: Commitment, amendment: AmendCommitment): Promise<string> {
  const { text, dueOn, reason } = amendment;
  const { communityId, id } = one;
  const amendmentId = newId(act.now);
  await act.trx
    .insertInto('commitment_amendments')
    .values({
      community_id: communityId,
      id: amendmentId,
      commitment_id: id,
      text: text ?? null,
      due_on: dueOn ?? null,
      reason,
      amended_at: act.now,
      amended_by: signedIn(viewer),
    })
    .execute();
  await act.trx
    .updateTable('commitments')
    .set({ ...(dueOn !== undefined && { due_on: dueOn }), changed_at: act.now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
  const line = { due: dueOn ?? one.dueOn, ...(text !== undefined && { text: hashOf(text) }), reason: hashOf(reason) };
  await recordCommitment(act, viewer, one, 'amended', line);
  await tellFollowers(act, one, 'amended');
  return amendmentId;
}
