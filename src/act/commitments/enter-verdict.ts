import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { document } from './commitment-inputs.ts';
import { verdicts, verdictWays } from './commitment.ts';
import { findPart } from './find-part.ts';
import { keepVerdict, type Settled } from './keep-verdict.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { whyNotEnter, whyNotVerdict } from './why-not-commit.ts';

/** `document`: the note of the call, the line of the list, the signed slip; each counts once. */
export const enterVerdictInput = z.object({
  verdict: z.enum(verdicts, 'input.choose'),
  saidAs: z.enum(['originator', 'affected'], 'input.choose'),
  way: z.enum(verdictWays, 'input.choose'),
  document,
});
export type EnterVerdict = z.infer<typeof enterVerdictInput>;

/**
 * What somebody said by telephone, on paper or at the door counts like the page (V9). Whoever answers for the promise, or
 * said it was done, doesn't write it down. Throws Missing, Refused by `whyNotEnter` and `whyNotVerdict`, Invalid.
 */
export async function enterVerdict(viewer: Viewer, ref: CommitmentRef, input: EnterVerdict, how?: How): Promise<Settled> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.enter_verdict', input: [ref, input] }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotEnter(one, viewer, await findPart(act.trx, viewer, one), shanghaiDay(act.now)) ?? whyNotVerdict(one, input.verdict));
    const asked = input.saidAs === 'originator';
    if (asked && !one.voiceId) throw new Invalid([{ field: 'saidAs', code: 'commitment.no-originator' }]);
    return keepVerdict(act, viewer, one, { ...input, words: null, personId: null, voiceId: asked ? one.voiceId : null });
  });
}
