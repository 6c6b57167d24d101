import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { verdicts } from './commitment.ts';
import { findPart } from './find-part.ts';
import { keepVerdict, type Settled } from './keep-verdict.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { whyNotJudge, whyNotVerdict } from './why-not-commit.ts';

/** `words`: for those who answer for it; not shown to everybody. Kept only of somebody signed in, who can have them erased. */
export const sayVerdictInput = z.object({ verdict: z.enum(verdicts, 'input.choose'), words: words(500).optional() });
export type SayVerdict = z.infer<typeof sayVerdictInput>;

/**
 * A resident says whether a promise was kept: the one who asked for it, somebody it affects, or a member of the
 * supervisory committee (C2). Throws Missing, Refused by `whyNotJudge` and `whyNotVerdict`.
 */
export async function sayVerdict(viewer: Viewer, ref: CommitmentRef, input: SayVerdict, how?: How): Promise<Settled> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.judge', input: [ref, input] }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    const part = await findPart(act.trx, viewer, one);
    refuseIf(whyNotJudge(one, part, shanghaiDay(act.now)) ?? whyNotVerdict(one, input.verdict));
    return keepVerdict(act, viewer, one, {
      saidAs: part.saidAs ?? 'affected',
      verdict: input.verdict,
      words: viewer.personId ? (input.words ?? null) : null,
      personId: viewer.personId,
      voiceId: viewer.personId ? null : part.voiceId,
      way: 'page',
      document: null,
    });
  });
}
