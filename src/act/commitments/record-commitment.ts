import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Content } from '#foundation/commitments/index.ts';
import { newId } from '#foundation/ids.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { notifyAll } from '#community/notices/index.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Commitment, CommitmentStage } from './commitment.ts';

export type CommitmentStep =
  | 'drafted'
  | 'accepted'
  | 'published'
  | 'begun'
  | 'claimed_done'
  | 'kept'
  | 'partly_kept'
  | 'not_kept'
  | 'withdrawn';
type About = Pick<Commitment, 'communityId' | 'id' | 'number'>;
type More = {
  way?: 'page' | 'paper' | undefined;
  document?: string | undefined;
  reason?: string | undefined;
  set?: { published_at?: Date; claimed_at?: Date; ended_at?: Date; round?: number };
  line?: { readonly [key: string]: Content };
  /** residents' word: nobody of the office took this step */
  byResidents?: boolean;
};

const stageAfter: Record<CommitmentStep, CommitmentStage> = {
  drafted: 'draft',
  accepted: 'accepted',
  published: 'published',
  begun: 'in_progress',
  claimed_done: 'claimed_done',
  kept: 'kept',
  partly_kept: 'partly_kept',
  not_kept: 'not_kept',
  withdrawn: 'withdrawn_draft',
};

/** Within a command: the step with who and when, the stage after it, its event; and for what the public is owed, its line. */
export async function takeStep(act: Act, viewer: Viewer, one: About, step: CommitmentStep, more: More = {}): Promise<void> {
  const { trx, now } = act;
  await trx
    .insertInto('commitment_steps')
    .values({
      community_id: one.communityId,
      id: newId(now),
      commitment_id: one.id,
      step,
      way: more.way ?? null,
      document: more.document ?? null,
      reason: more.reason ?? null,
      taken_at: now,
      taken_by: more.byResidents ? null : viewer.personId,
    })
    .execute();
  await trx
    .updateTable('commitments')
    .set({ ...more.set, stage: stageAfter[step], changed_at: now })
    .where('community_id', '=', one.communityId)
    .where('id', '=', one.id)
    .execute();
  await recordCommitment(act, viewer, one, step, more.line);
}

/** Within a command: what happened to a commitment. `line`: what the public ledger says of it. */
export async function recordCommitment(
  act: Act,
  viewer: Viewer,
  one: About,
  what: string,
  line?: { readonly [key: string]: Content },
  data: { [key: string]: Json } = {},
): Promise<void> {
  await recordEvent(act, {
    communityId: one.communityId,
    name: `commitment.${what}`,
    subjectId: one.id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, one.communityId),
    data,
  });
  if (line) await appendToLedger(act, { type: `commitment.${what}`, communityId: one.communityId, number: one.number, plain: line });
}

/** Within a command: those who follow it hear of it, and whoever asked for it under their sign-in. */
export async function tellFollowers(
  act: Act,
  { communityId, id, number, voiceId }: Pick<Commitment, 'communityId' | 'id' | 'number' | 'voiceId'>,
  what: 'amended' | 'claimed_done' | 'judged' | 'explained' | 'passed_on',
): Promise<void> {
  const followers = await act.trx
    .selectFrom('commitment_followers')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('commitment_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  const speaker = voiceId
    ? await act.trx
        .selectFrom('voices')
        .innerJoin('reporters', (join) =>
          join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
        )
        .select('reporters.person_id')
        .where('voices.community_id', '=', communityId)
        .where('voices.id', '=', voiceId)
        .executeTakeFirst()
    : undefined;
  const people = [...followers.map(({ person_id: person }) => person), ...(speaker?.person_id ? [speaker.person_id] : [])];
  const about = { kind: 'commitment', id, number };
  await notifyAll(act, { communityId, topic: 'promise', template: `commitment.${what}`, facts: { number }, about }, people);
}
