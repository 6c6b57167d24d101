import { hasRole, type Viewer } from '#community/people/index.ts';
import { worksOnMeetings, type AgendaItem, type Meeting, type MeetingKind } from '#discuss/meetings/index.ts';
import type { Vote } from './load-vote.ts';
import { ruleFor, type OwnersMatter } from './passing-rule.ts';
import type { VoteWay } from './vote.ts';

// The rules of voting. Null: nothing stands against it; otherwise a refusal code.

type Kind = Pick<MeetingKind, 'code' | 'rules'>;
type Opening = {
  kind: Kind;
  item: Pick<AgendaItem, 'mayVote' | 'frozenAt'>;
  way: VoteWay;
  aboutPersons: boolean;
  wayReason: string | null;
  owners: OwnersMatter | null;
  options: number;
  running: boolean;
};

/** The ways a kind may vote, its own first. */
export function waysOf({ rules }: Kind): VoteWay[] {
  if (rules.passing === 'none' || rules.passing === 'rating' || rules.passing === 'agreement') return [];
  if (rules.ballot === 'secret') return ['secret_paper', 'show_of_hands', 'roll_call', 'preference_poll'];
  if (rules.ballot === 'roll_call') return ['roll_call'];
  if (rules.ballot === 'poll') return ['preference_poll'];
  return rules.ballot === 'hands' ? ['show_of_hands', 'roll_call', 'secret_paper', 'preference_poll'] : [];
}

/** Whether anything can be voted on in this meeting now: only in session, so only with a quorum proven by the roll (D1). */
export function whyNotVoteNow(meeting: Pick<Meeting, 'communityId' | 'stage'>, kind: Kind, viewer: Viewer): string | null {
  if (!worksOnMeetings(viewer, meeting.communityId)) return 'meeting.not-yours';
  if (waysOf(kind).length === 0) return 'ballot.no-vote-here';
  if (meeting.stage === 'inquorate') return 'ballot.inquorate';
  return meeting.stage === 'open' ? null : 'meeting.not-open';
}

/** D8: only what stood on the frozen agenda is voted on. Secret when about persons; else secret unless the meeting decides. */
export function whyNotOpenVote(meeting: Pick<Meeting, 'communityId' | 'stage'>, viewer: Viewer, opening: Opening): string | null {
  const { kind, item, way, aboutPersons, wayReason, owners, options, running } = opening;
  const now = whyNotVoteNow(meeting, kind, viewer);
  if (now) return now;
  if (item.frozenAt === null) return 'meeting.agenda-frozen';
  if (!item.mayVote) return 'ballot.not-to-vote';
  if (!waysOf(kind).includes(way) || ruleFor(kind, way, owners) === null) return 'ballot.way-not-allowed';
  if (owners !== null && way !== 'secret_paper') return 'ballot.owners-on-paper';
  if (aboutPersons && way !== 'secret_paper') return 'ballot.must-be-secret';
  if (kind.rules.ballot === 'secret' && way !== 'secret_paper' && way !== 'preference_poll' && wayReason === null)
    return 'ballot.way-reason-needed';
  if (way === 'preference_poll' && options < 2) return 'ballot.options-needed';
  return running ? 'ballot.running' : null;
}

type Voting = Pick<Vote, 'stage' | 'way' | 'boxOpenedAt'>;
type Where = Pick<Meeting, 'communityId' | 'stage'>;

export function whyNotEnter(where: Where, vote: Voting, viewer: Viewer, way: VoteWay): string | null {
  if (!worksOnMeetings(viewer, where.communityId)) return 'meeting.not-yours';
  if (vote.way !== way) return 'ballot.other-way';
  return vote.stage === 'open' ? null : 'ballot.closed';
}

export function whyNotClose(where: Where, vote: Voting, viewer: Viewer): string | null {
  if (!worksOnMeetings(viewer, where.communityId)) return 'meeting.not-yours';
  if (vote.stage !== 'open') return 'ballot.closed';
  if (where.stage !== 'open') return 'meeting.not-open';
  return vote.way === 'show_of_hands' ? 'ballot.count-hands' : null;
}

export function whyNotOpenBox(where: Where, vote: Voting, viewer: Viewer): string | null {
  if (!isTeller(viewer, where.communityId)) return 'ballot.not-a-teller';
  if (vote.way !== 'secret_paper') return 'ballot.other-way';
  if (vote.stage !== 'closed') return vote.stage === 'open' ? 'ballot.still-open' : 'ballot.counted';
  return vote.boxOpenedAt === null ? null : 'ballot.box-open';
}

/** Two people count apart: of the office or of the supervisory committee. `countedByMe`: in this round. */
export function whyNotCount(where: Where, vote: Voting, viewer: Viewer, countedByMe: boolean): string | null {
  if (!isTeller(viewer, where.communityId)) return 'ballot.not-a-teller';
  if (vote.way !== 'secret_paper') return 'ballot.other-way';
  if (vote.stage === 'open') return 'ballot.still-open';
  if (vote.stage !== 'closed') return 'ballot.counted';
  if (vote.boxOpenedAt === null) return 'ballot.box-closed';
  return countedByMe ? 'ballot.second-teller' : null;
}

export function whyNotNoteLate(where: Where, vote: Voting, viewer: Viewer): string | null {
  if (!isTeller(viewer, where.communityId)) return 'ballot.not-a-teller';
  if (vote.way !== 'secret_paper') return 'ballot.other-way';
  if (vote.stage === 'void') return 'ballot.void';
  return vote.stage === 'open' ? 'ballot.still-open' : null;
}

/** Before it is counted: something went wrong, and it is held again. A count that stands is never taken back here. */
export function whyNotVoid(where: Where, vote: Voting, viewer: Viewer): string | null {
  if (!worksOnMeetings(viewer, where.communityId)) return 'meeting.not-yours';
  return vote.stage === 'open' || vote.stage === 'closed' ? null : 'ballot.counted';
}

export function isTeller(viewer: Viewer, communityId: number): boolean {
  return worksOnMeetings(viewer, communityId) || hasRole(viewer, communityId, 'supervisory_member');
}
