import { z } from 'zod';
import { addWorkingDays } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Refused, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { days, type Delegation } from './delegation.ts';
import { ways } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import type { Words } from './run-delegation.ts';
import { takeStep } from './take-step.ts';
import { findLeaders, findSecretaries, tellAbout } from './tell-about.ts';
import { whyNotEnterVerdict, whyNotReport, whyNotVerifyAsBeneficiary, whyNotVerifyAsWorker } from './why-not-delegate.ts';

/** The group says that it is done, and what was done. Throws Refused by `whyNotReport`. */
export async function reportDelegation(viewer: Viewer, ref: DelegationRef, input: Words, how?: How): Promise<{ dueAt: string }> {
  return withDelegation(viewer, ref, { verb: 'report', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotReport(one, who));
    await act.trx
      .insertInto('delegation_reports')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        delegation_id: one.id,
        words: input.words,
        reported_at: act.now,
        reported_by: viewer.personId ?? '',
      })
      .execute();
    const dueAt = addWorkingDays(await currentCalendar(act.trx), act.now, days.verify);
    await takeStep(act, viewer, one, 'reported', { to: 'reported', dueAt, line: {} });
    await tellAbout(act, one, [one.mentorId], { template: 'reported', deadline: dueAt });
    await tellAbout(act, one, [await speakerOf(act, one)], { template: 'look', topic: 'own_voice', deadline: dueAt });
    return { dueAt: dueAt.toISOString() };
  });
}

/**
 * `as`: `worker` for whoever looked for the office, `beneficiary` for oneself; with a `way` other than the page the office
 * writes down what somebody who benefited said.
 */
export const verifyDelegationInput = z.object({
  as: z.enum(['beneficiary', 'worker'], 'input.choose'),
  verdict: z.enum(['done', 'not_done'], 'input.choose'),
  way: z.enum(ways, 'input.choose').default('page'),
});
export type VerifyDelegation = z.infer<typeof verifyDelegationInput>;

/**
 * Those who benefited and a worker say whether it is done: both have to. A single "not done" sends it back to the group,
 * which goes on or gives it back. Throws Refused.
 */
export async function verifyDelegation(viewer: Viewer, ref: DelegationRef, input: VerifyDelegation, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'verify', input }, how, async ({ act, one, who }) => {
    const said = await saidSoFar(act, one);
    const entering = input.as === 'beneficiary' && input.way !== 'page';
    const judged = said.filter(({ saidAs }) => saidAs === 'worker').map(({ personId }) => personId);
    const entered = said.flatMap(({ enteredBy }) => (enteredBy ? [enteredBy] : []));
    if (entering) refuseIf(whyNotEnterVerdict(one, who, judged));
    else if (input.as === 'worker') refuseIf(whyNotVerifyAsWorker(one, who, entered));
    else refuseIf(whyNotVerifyAsBeneficiary(one, who, one.voiceId !== null));
    await act.trx
      .insertInto('delegation_verifications')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        delegation_id: one.id,
        report_id: await newestReport(act, one),
        said_as: input.as,
        verdict: input.verdict,
        person_id: entering ? null : viewer.personId,
        way: input.way,
        said_at: act.now,
        entered_by: entering ? viewer.personId : null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const to = stageAfter(await saidSoFar(act, one));
    await takeStep(act, viewer, one, input.verdict === 'done' ? 'found_done' : 'found_not_done', {
      to,
      ...(to !== 'reported' && { dueAt: null }),
      data: { as: input.as, way: input.way },
    });
    if (to === 'active')
      await tellAbout(act, one, await findLeaders(act, one.communityId, [one.organizationId ?? '']), { template: 'not_done' });
    if (to === 'verified') await tellAbout(act, one, await findSecretaries(act, one.communityId), { template: 'verified' });
    return { stage: to };
  });
}

type Said = { saidAs: string; verdict: string; personId: string | null; enteredBy: string | null };

function stageAfter(said: readonly Said[]): 'active' | 'verified' | 'reported' {
  if (said.some(({ verdict }) => verdict === 'not_done')) return 'active';
  const by = (as: string) => said.some(({ saidAs }) => saidAs === as);
  return by('worker') && by('beneficiary') ? 'verified' : 'reported';
}

/** What was said of the newest report. */
async function saidSoFar(act: Act, one: Delegation): Promise<Said[]> {
  return act.trx
    .selectFrom('delegation_verifications')
    .select(['said_as as saidAs', 'verdict', 'person_id as personId', 'entered_by as enteredBy'])
    .where('community_id', '=', one.communityId)
    .where('report_id', '=', await newestReport(act, one))
    .execute();
}

async function newestReport({ trx }: Act, one: Delegation): Promise<string> {
  const row = await trx
    .selectFrom('delegation_reports')
    .select('id')
    .where('community_id', '=', one.communityId)
    .where('delegation_id', '=', one.id)
    .orderBy('reported_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Refused('delegation.not-now');
  return row.id;
}

/** Whoever spoke first, if they are signed in with us. */
async function speakerOf({ trx }: Act, { communityId, voiceId }: Delegation): Promise<string | null> {
  if (!voiceId) return null;
  const row = await trx
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select('reporters.person_id as personId')
    .where('voices.community_id', '=', communityId)
    .where('voices.id', '=', voiceId)
    .executeTakeFirst();
  return row?.personId ?? null;
}
