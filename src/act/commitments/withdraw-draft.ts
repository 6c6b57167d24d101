import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { takeStep } from './record-commitment.ts';
import { whyNotWithdraw } from './why-not-commit.ts';

export const withdrawDraftInput = z.object({ reason: words(300) });
export type WithdrawDraft = z.infer<typeof withdrawDraftInput>;

/** A draft that nobody takes on, or that was worded badly, ends; its number stays. Throws Missing, Refused by `whyNotWithdraw`. */
export async function withdrawDraft(viewer: Viewer, ref: CommitmentRef, input: WithdrawDraft, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.withdraw', input: [ref, input] }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotWithdraw(one, viewer));
    await takeStep(act, viewer, one, 'withdrawn', { reason: input.reason, set: { ended_at: act.now } });
    return { number: one.number };
  });
}
