import { sql } from 'kysely';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import {
  findAgenda,
  kindOfMeeting,
  loadMeeting,
  seesAllMeetings,
  type Meeting,
  type MeetingKind,
  type MeetingRef,
} from '#discuss/meetings/index.ts';
import { findRound } from './ballot-box.ts';
import { findVotes, type VoteShown } from './find-votes.ts';
import type { VoteWay } from './vote.ts';
import { waysOf, whyNotClose, whyNotCount, whyNotEnter, whyNotNoteLate, whyNotOpenBox, whyNotVoid, whyNotVoteNow } from './why-not-vote.ts';

/** Somebody of the roll who is there. `answered`: in this vote. */
export type Caller = { id: string; who: string };
export type DeskVote = VoteShown & {
  /** the round the tellers are in, and whether one of them has counted */
  round: number;
  counted: number;
  whyNot: Record<'enter' | 'close' | 'box' | 'count' | 'late' | 'void', string | null>;
};
export type BallotDesk = {
  meeting: Meeting;
  kind: MeetingKind;
  items: { id: string; title: string; topic: boolean }[];
  ways: VoteWay[];
  votes: DeskVote[];
  /** of open roll calls: those who are there */
  callers: Caller[];
  /** of a secret ballot whose box is shut: those who may have sent paper */
  senders: Caller[];
  whyNotVote: string | null;
};

/** Everything at the desk where votes are opened and counted. For the office and those who watch it. Throws Missing, Forbidden. */
export async function findBallotDesk(viewer: Viewer, ref: MeetingRef): Promise<BallotDesk> {
  const db = database();
  const meeting = await loadMeeting(db, viewer, ref);
  if (!meeting) throw new Missing();
  if (!seesAllMeetings(viewer, meeting.communityId)) throw new Forbidden();
  const kind = await kindOfMeeting(db, meeting);
  const [items, shown] = await Promise.all([findAgenda(db, meeting), findVotes(viewer, ref)]);
  const votes = await Promise.all(shown.map(async (one) => deskVote(viewer, meeting, one)));
  const running = votes.filter(({ vote }) => vote.stage === 'open' || (vote.stage === 'closed' && vote.boxOpenedAt === null));
  const calls = running.some(({ vote }) => vote.way === 'roll_call');
  const boxes = running.some(({ vote }) => vote.way === 'secret_paper' && vote.stage === 'closed');
  return {
    meeting,
    kind,
    items: items.filter(({ mayVote }) => mayVote).map(({ id, title, topicId }) => ({ id, title, topic: topicId !== null })),
    ways: waysOf(kind),
    votes,
    callers: calls ? await rollOf(meeting, ['present', 'proxy'], 500) : [],
    senders: boxes ? await rollOf(meeting, ['absent', 'excused'], 500) : [],
    whyNotVote: whyNotVoteNow(meeting, kind, viewer),
  };
}

async function deskVote(viewer: Viewer, meeting: Meeting, shown: VoteShown): Promise<DeskVote> {
  const { vote } = shown;
  const { round, counts } = await findRound(database(), vote);
  const mine = counts.some(({ tellerId }) => tellerId === viewer.personId);
  return {
    ...shown,
    round,
    counted: counts.length,
    whyNot: {
      enter: whyNotEnter(meeting, vote, viewer, vote.way),
      close: whyNotClose(meeting, vote, viewer),
      box: whyNotOpenBox(meeting, vote, viewer),
      count: whyNotCount(meeting, vote, viewer, mine),
      late: whyNotNoteLate(meeting, vote, viewer),
      void: whyNotVoid(meeting, vote, viewer),
    },
  };
}

async function rollOf({ communityId, id }: Meeting, standings: readonly string[], limit: number): Promise<Caller[]> {
  const { rows } =
    await sql<Caller>`select e.id, coalesce(e.label, p.name, '') as who from roll_entries e left join people p on p.id = e.person_id
    where e.community_id = ${communityId} and e.meeting_id = ${id}::uuid and e.votes and e.standing = any(${standings}::text[])
    order by e.label, p.name, e.id limit ${limit}`.execute(database());
  return rows;
}
