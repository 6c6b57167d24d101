import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { commitmentsSeenBy } from './commitment-access.ts';
import type { Commitment } from './commitment.ts';

/** By its id, or by its number such as `2026-12`. */
export type CommitmentRef = { communityId: number } & ({ id: string } | { number: string });

/** The commitment, if this viewer may know of it. */
export async function loadCommitment(db: Kysely<DB>, viewer: Viewer, ref: CommitmentRef): Promise<Commitment | null> {
  const row = await at(commitmentsOf(db, ref.communityId), ref)
    ?.where(commitmentsSeenBy(db, viewer, ref.communityId))
    .executeTakeFirst();
  return row ? commitmentOf(row) : null;
}

/** For a command: locks it, then reads it in a second statement, so that what another wrote meanwhile is seen. Throws Missing. */
export async function reachCommitment(trx: Transaction<DB>, viewer: Viewer, ref: CommitmentRef): Promise<Commitment> {
  await at(commitmentsOf(trx, ref.communityId), ref)?.clearSelect().select('commitments.id').forUpdate('commitments').executeTakeFirst();
  const one = await loadCommitment(trx, viewer, ref);
  if (!one) throw new Missing();
  return one;
}

/** The commitments of one community, in the shape `commitmentOf` reads. */
export function commitmentsOf(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('commitments')
    .select([
      'commitments.community_id as communityId',
      'commitments.id',
      'commitments.year',
      'commitments.serial',
      'commitments.stage',
      'commitments.text',
      'commitments.organization_id as organizationId',
      'commitments.owner_id as ownerId',
      'commitments.source',
      'commitments.resolution_id as resolutionId',
      'commitments.voice_id as voiceId',
      'commitments.list_year as listYear',
      'commitments.promised_on as promisedOn',
      'commitments.first_due_on as firstDueOn',
      'commitments.due_on as dueOn',
      'commitments.round',
      'commitments.drafted_by as draftedBy',
      'commitments.drafted_at as draftedAt',
      'commitments.published_at as publishedAt',
      'commitments.claimed_at as claimedAt',
      'commitments.ended_at as endedAt',
    ])
    .$narrowType<Pick<Commitment, 'stage' | 'source'>>()
    .where('commitments.community_id', '=', communityId);
}

type Row = Omit<Commitment, 'number'> & { year: number; serial: number };

export function commitmentOf({ year, serial, ...row }: Row): Commitment {
  return { ...row, number: `${year}-${serial}` };
}

function at(query: ReturnType<typeof commitmentsOf>, ref: CommitmentRef) {
  if ('id' in ref) return isId(ref.id) ? query.where('commitments.id', '=', ref.id) : null;
  const [, year, serial] = /^(\d{4})-(\d{1,6})$/.exec(ref.number) ?? [];
  if (year === undefined || serial === undefined) return null;
  return query.where('commitments.year', '=', Number(year)).where('commitments.serial', '=', Number(serial));
}
