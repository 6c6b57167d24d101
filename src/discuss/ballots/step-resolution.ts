import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachResolution, type ResolutionRef } from './load-resolution.ts';
import { readRule } from './passing-rule.ts';
import { takeResolutionStep } from './take-resolution-step.ts';
import { couldTurn, readCounts } from './tally.ts';
import { handSteps, whyNotStep, type HandStep } from './why-not-resolution.ts';

/** `reason`: why it is blocked, what the lawyer found, why nothing is to be done, how it was carried out. `reference`: the paper. */
export const stepResolutionInput = z.object({
  step: z.enum(handSteps, 'input.choose'),
  reason: words(1000).optional(),
  reference: words(200).optional(),
});
export type StepResolution = z.infer<typeof stepResolutionInput>;

const needsReason: readonly HandStep[] = ['blocked', 'cleared', 'no_action', 'reported'];
const needsReference: readonly HandStep[] = ['cleared', 'filed'];

/** Blocked and cleared (D9), published, filed, no action (D10), reported. Throws Missing, Refused by `whyNotStep`, Invalid. */
export async function stepResolution(viewer: Viewer, ref: ResolutionRef, input: StepResolution, how?: How): Promise<{ step: string }> {
  return perform({ actor: actorKey(viewer), verb: `resolution.${input.step}`, input: [ref, input] }, how, async (act) => {
    const one = await reachResolution(act.trx, viewer, ref);
    refuseIf(whyNotStep(one, viewer, input.step, await isPaperPending(act.trx, one)));
    const { step, reason, reference } = input;
    if (needsReason.includes(step) && reason === undefined) throw new Invalid([{ field: 'reason', code: 'input.needed' }]);
    if (needsReference.includes(step) && reference === undefined) throw new Invalid([{ field: 'reference', code: 'input.needed' }]);
    await takeResolutionStep(act, viewer, one, step, { reason, reference });
    return { step };
  });
}

/** Whether paper that could turn the result was found after the box was open and nobody has ruled on it. */
export async function isPaperPending(db: Kysely<DB>, { communityId, voteId }: { communityId: number; voteId: string }): Promise<boolean> {
  const { rows } = await sql<{ rule: unknown; counts: unknown; papers: number }>`select v.rule, t.counts, sum(l.papers)::int as papers
    from late_papers l join votes v on v.community_id = l.community_id and v.id = l.vote_id
    join tallies t on t.community_id = v.community_id and t.vote_id = v.id
    where l.community_id = ${communityId} and l.vote_id = ${voteId}::uuid and l.found = 'after_box' and l.in_time and l.ruling is null
    group by v.rule, t.counts`.execute(db);
  return rows.some(({ rule, counts, papers }) => couldTurn(readRule(rule), readCounts(counts), papers));
}
