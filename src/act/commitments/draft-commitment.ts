import { sql } from 'kysely';
import { z } from 'zod';
import { shanghaiDay, shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { isPartyModuleOn } from '#community/organizations/index.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, words } from '#listen/voices/index.ts';
import type { Source } from './commitment.ts';
import { day, id } from './commitment-inputs.ts';
import { findOrigin, type Origin } from './find-origin.ts';
import { takeStep } from './record-commitment.ts';
import { whyNotDraft } from './why-not-commit.ts';

/**
 * `text`: a result anybody can check. `resolution`, `voice`: the number of what it follows from; `listYear`: the yearly
 * list of works. `organizationId`, `ownerId`: the body that promises, the person who answers for it, or both.
 */
export const draftCommitmentInput = z.object({
  source: z.enum(['resolution', 'voice', 'pledge', 'works_list'], 'input.choose'),
  text: words(500),
  dueOn: day,
  organizationId: id.optional(),
  ownerId: id.optional(),
  resolution: z.string().trim().max(20).optional(),
  voice: z.string().trim().max(20).optional(),
  listYear: z.coerce
    .number('input.not-usable')
    .int('input.not-usable')
    .min(2000, 'input.not-usable')
    .max(2200, 'input.not-usable')
    .optional(),
});
export type DraftCommitment = z.infer<typeof draftCommitmentInput>;
export type Drafted = { id: string; number: string };

/**
 * A promise is written down; it is none yet before whose it is accepts it. A member of the Party organisation may pledge
 * something for themselves. Throws Refused by `whyNotDraft`, Invalid.
 */
export async function draftCommitment(viewer: Viewer, communityId: number, input: DraftCommitment, how?: How): Promise<Drafted> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.draft', input: [communityId, input] }, how, async (act) => {
    const origin = await findOrigin(act.trx, viewer, communityId, input);
    const moduleOn = await isPartyModuleOn(act.trx, communityId);
    const own = input.source === 'pledge' && input.ownerId !== undefined && input.ownerId === viewer.personId;
    refuseIf(whyNotDraft(viewer, communityId, { own, moduleOn }));
    if (input.source === 'pledge' && !moduleOn) throw new Refused('commitment.module-off');
    if (input.dueOn < shanghaiDay(act.now)) throw new Invalid([{ field: 'dueOn', code: 'commitment.day-is-past' }]);
    return insertDraft(act, viewer, communityId, { ...origin, text: input.text, dueOn: input.dueOn });
  });
}

type Draft = Origin & { text: string; dueOn: string };

/** Within a command: the row with its number, and the step. */
export async function insertDraft(act: Act, viewer: Viewer, communityId: number, draft: Draft): Promise<Drafted> {
  const { trx, now } = act;
  const year = shanghaiYear(now);
  const serial = await nextSerial(act, communityId, year);
  const commitmentId = newId(now);
  const { source, organizationId, ownerId, resolutionId, voiceId, listYear, text, dueOn } = draft;
  await trx
    .insertInto('commitments')
    .values({
      community_id: communityId,
      id: commitmentId,
      year,
      serial,
      stage: 'draft',
      text,
      organization_id: organizationId,
      owner_id: ownerId,
      source: source satisfies Source,
      resolution_id: resolutionId,
      voice_id: voiceId,
      list_year: listYear,
      promised_on: shanghaiDay(now),
      first_due_on: dueOn,
      due_on: dueOn,
      drafted_at: now,
      drafted_by: signedIn(viewer),
      changed_at: now,
    })
    .execute();
  await trx
    .insertInto('commitment_owners')
    .values({
      community_id: communityId,
      id: newId(now),
      commitment_id: commitmentId,
      owner_id: ownerId,
      organization_id: organizationId,
      since: now,
      set_by: viewer.personId,
    })
    .execute();
  const number = `${year}-${serial}`;
  await takeStep(act, viewer, { communityId, id: commitmentId, number }, 'drafted');
  return { id: commitmentId, number };
}

async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('commitment_counters')
    .values({ community_id: communityId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['community_id', 'year']).doUpdateSet({ last: sql`commitment_counters.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
