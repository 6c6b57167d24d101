import { z } from 'zod';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { document } from './commitment-inputs.ts';
import { findPart } from './find-part.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { takeStep } from './record-commitment.ts';
import { whyNotAccept } from './why-not-commit.ts';

/** `way: paper`: they signed it; `document`: where that paper is kept. */
export const acceptCommitmentInput = z.object({ way: z.enum(['page', 'paper']).default('page'), document: document.optional() });
export type AcceptCommitment = z.infer<typeof acceptCommitmentInput>;

/** Whose promise it is takes it on. Throws Missing, Refused by `whyNotAccept`, Invalid. */
export async function acceptCommitment(
  viewer: Viewer,
  ref: CommitmentRef,
  input: AcceptCommitment,
  how?: How,
): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.accept', input: [ref, input] }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotAccept(one, viewer, await findPart(act.trx, viewer, one), input.way));
    if (input.way === 'paper' && !input.document) throw new Invalid([{ field: 'document', code: 'input.needed' }]);
    await takeStep(act, viewer, one, 'accepted', input);
    return { number: one.number };
  });
}
