import { sql } from 'kysely';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { isId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { commitmentsSeenBy, hearsVerdicts, seesDrafts } from './commitment-access.ts';
import { standingOf, type Commitment, type Standing } from './commitment.ts';
import { daysOf, type Period } from './find-clock.ts';
import { commitmentOf, commitmentsOf } from './load-commitment.ts';

/** `text`: the wording that holds now. `standing`: null before it is public. `owner`: as far as the name is public. */
export type CommitmentRow = Commitment & { body: string | null; bodyEn: string | null; owner: string | null; standing: Standing | null };
export type FindCommitments = { period: Period; organizationId?: string | undefined; standing?: Standing | undefined; page?: number };
export const pageOfCommitments = 30;

/** What was promised in public for a period, what is due first at the top; a page at a time, and whether more follow. */
export async function findCommitments(
  viewer: Viewer,
  communityId: number,
  { period, organizationId, standing, page = 1 }: FindCommitments,
): Promise<{ rows: CommitmentRow[]; more: boolean }> {
  const today = shanghaiDay(await databaseTime());
  const { from, until } = daysOf(period);
  const rows = await shown(viewer, communityId)
    .where('commitments.published_at', 'is not', null)
    .where('commitments.first_due_on', '>=', from)
    .where('commitments.first_due_on', '<=', until)
    .$if(organizationId !== undefined, (query) =>
      isId(organizationId ?? '') ? query.where('commitments.organization_id', '=', organizationId ?? '') : query.where(sql<boolean>`false`),
    )
    .$if(standing !== undefined, (query) => query.where(stands(standing ?? 'running', today)))
    .orderBy('commitments.first_due_on')
    .orderBy('commitments.id')
    .offset((page - 1) * pageOfCommitments)
    .limit(pageOfCommitments + 1)
    .execute();
  return { rows: rows.slice(0, pageOfCommitments).map((row) => rowOf(row, today)), more: rows.length > pageOfCommitments };
}

function stands(standing: Standing, today: string) {
  const open = sql<boolean>`commitments.stage in ('published', 'in_progress')`;
  if (standing === 'overdue') return sql<boolean>`${open} and commitments.due_on < ${today}`;
  if (standing === 'running') return sql<boolean>`(commitments.stage = 'claimed_done' or (${open} and commitments.due_on >= ${today}))`;
  return sql<boolean>`commitments.stage = ${standing}`;
}

export const deskLists = ['mine', 'drafts', 'due_soon', 'overdue', 'waiting'] as const;
export type DeskList = (typeof deskLists)[number];
/** Days before its day in which a promise counts as due soon. */
const soon = 30;

/** The lists of the desk, what is due first at the top, at most 200. Throws Forbidden. */
export async function findDeskCommitments(viewer: Viewer, communityId: number, list: DeskList): Promise<CommitmentRow[]> {
  if (!seesDesk(viewer, communityId)) throw new Forbidden();
  const today = shanghaiDay(await databaseTime());
  const open = sql<boolean>`commitments.stage in ('published', 'in_progress')`;
  const lists = {
    mine: sql<boolean>`commitments.ended_at is null and commitments.owner_id = ${viewer.personId}::uuid`,
    drafts: sql<boolean>`commitments.published_at is null and commitments.ended_at is null`,
    due_soon: sql<boolean>`${open} and commitments.due_on between ${today} and ${shiftDay(today, soon)}`,
    overdue: sql<boolean>`(${open} and commitments.due_on < ${today}) or (commitments.stage = 'not_kept' and not exists (
      select from commitment_notes n where n.community_id = commitments.community_id and n.commitment_id = commitments.id and n.kind = 'explanation'))`,
    waiting: sql<boolean>`commitments.stage = 'claimed_done'`,
  };
  const rows = await shown(viewer, communityId)
    .where(sql<boolean>`(${lists[list]})`)
    .orderBy('commitments.due_on')
    .orderBy('commitments.id')
    .limit(200)
    .execute();
  return rows.map((row) => rowOf(row, today));
}

/** Who has a desk for promises: whoever keeps them, oversees them, or writes down what residents say. */
export function seesDesk(viewer: Viewer, communityId: number): boolean {
  return seesDrafts(viewer, communityId) || hearsVerdicts(viewer, communityId);
}

/** What follows from one resolution or one voice, as far as this viewer may know of it. */
export async function findCommitmentsFrom(
  viewer: Viewer,
  communityId: number,
  from: { resolutionId: string } | { voiceId: string },
): Promise<CommitmentRow[]> {
  const today = shanghaiDay(await databaseTime());
  const rows = await shown(viewer, communityId)
    .$if('resolutionId' in from, (query) => query.where('commitments.resolution_id', '=', 'resolutionId' in from ? from.resolutionId : ''))
    .$if('voiceId' in from, (query) => query.where('commitments.voice_id', '=', 'voiceId' in from ? from.voiceId : ''))
    .where('commitments.stage', '<>', 'withdrawn_draft')
    .orderBy('commitments.drafted_at')
    .execute();
  return rows.map((row) => rowOf(row, today));
}

function shown(viewer: Viewer, communityId: number) {
  const db = database();
  return commitmentsOf(db, communityId)
    .leftJoin('organizations', (join) =>
      join
        .onRef('organizations.community_id', '=', 'commitments.community_id')
        .onRef('organizations.id', '=', 'commitments.organization_id'),
    )
    .leftJoin('people', 'people.id', 'commitments.owner_id')
    .select(['organizations.name as body', 'organizations.name_en as bodyEn', 'people.name as owner'])
    .select(
      sql<string | null>`(select a.text from commitment_amendments a where a.community_id = commitments.community_id
        and a.commitment_id = commitments.id and a.text is not null order by a.amended_at desc, a.id desc limit 1)`.as('amendedText'),
    )
    .where(commitmentsSeenBy(db, viewer, communityId));
}

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

function rowOf({ body, bodyEn, owner, amendedText, ...row }: Shown, today: string): CommitmentRow {
  const one = commitmentOf(row);
  return { ...one, text: amendedText ?? one.text, body, bodyEn, owner: owner || null, standing: standingOf(one, today) };
}
