import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { reachMeeting, type Meeting, type MeetingRef } from '#discuss/meetings/index.ts';
import type { Viewer } from '#community/people/index.ts';
import type { AdvisoryReason } from './effect-of-vote.ts';
import { readRule, type PassingRule } from './passing-rule.ts';
import type { Effect, Right, VoteStage, VoteWay } from './vote.ts';

/** A vote of a meeting, by its id. */
export type VoteRef = { meeting: MeetingRef; voteId: string };
/** `eligible` and `present` as they stood when it was closed; null while it runs. */
export type Vote = {
  communityId: number;
  id: string;
  meetingId: string;
  itemId: string;
  topicId: string | null;
  question: string;
  way: VoteWay;
  wayReason: string | null;
  effect: Effect;
  advisoryBecause: AdvisoryReason[];
  touches: Right[];
  matter: string | null;
  authority: string | null;
  rule: PassingRule;
  options: string[];
  stage: VoteStage;
  eligible: number | null;
  present: number | null;
  openedAt: Date;
  closedAt: Date | null;
  boxOpenedAt: Date | null;
  voidReason: string | null;
};

/** The votes of a meeting, in the shape `voteOf` reads. */
export function votesOf(db: Kysely<DB>, { communityId, id }: Pick<Meeting, 'communityId' | 'id'>) {
  return db
    .selectFrom('votes')
    .select([
      'votes.community_id as communityId',
      'votes.id',
      'votes.meeting_id as meetingId',
      'votes.item_id as itemId',
      'votes.topic_id as topicId',
      'votes.question',
      'votes.way',
      'votes.way_reason as wayReason',
      'votes.effect',
      'votes.advisory_because as advisoryBecause',
      'votes.touches',
      'votes.matter',
      'votes.authority',
      'votes.rule',
      'votes.options',
      'votes.stage',
      'votes.eligible',
      'votes.present',
      'votes.opened_at as openedAt',
      'votes.closed_at as closedAt',
      'votes.box_opened_at as boxOpenedAt',
      'votes.void_reason as voidReason',
    ])
    .$narrowType<Pick<Vote, 'way' | 'effect' | 'advisoryBecause' | 'touches' | 'stage'>>()
    .where('votes.community_id', '=', communityId)
    .where('votes.meeting_id', '=', id);
}

const optionWords = z.array(z.string());
type Row = Omit<Vote, 'rule' | 'options'> & { rule: unknown; options: unknown };

export function voteOf({ rule, options, ...row }: Row): Vote {
  return { ...row, rule: readRule(rule), options: optionWords.parse(options) };
}

/** For a command: locks meeting and vote for the rest of the transaction. Out of reach is Missing. */
export async function reachVote(
  trx: Transaction<DB>,
  viewer: Viewer,
  { meeting: ref, voteId }: VoteRef,
): Promise<{ meeting: Meeting; vote: Vote }> {
  const meeting = await reachMeeting(trx, viewer, ref);
  const row = isId(voteId) ? await votesOf(trx, meeting).where('votes.id', '=', voteId).forNoKeyUpdate().executeTakeFirst() : undefined;
  if (!row) throw new Missing();
  return { meeting, vote: voteOf(row) };
}

/** Whether the notice of a meeting went out as its kind asks: in time, or late with its reason. */
export async function isNoticeValid(
  db: Kysely<DB>,
  { communityId, id, urgentReason }: Meeting,
  days: number,
  mayBeShort: boolean,
): Promise<boolean> {
  const { rows } = await sql<{ valid: boolean }>`select exists (select from meeting_notices n join meetings m
      on m.community_id = n.community_id and m.id = n.meeting_id
    where n.community_id = ${communityId} and n.meeting_id = ${id}::uuid and (
      ${mayBeShort && urgentReason !== null}
      or (n.issued_at at time zone 'Asia/Shanghai')::date <= (m.starts_at at time zone 'Asia/Shanghai')::date - ${days}::integer)) as valid`.execute(
    db,
  );
  return rows[0]?.valid === true;
}
