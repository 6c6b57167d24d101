import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Vote } from './load-vote.ts';
import type { Area } from './passing-rule.ts';
import { isSameCount, type TellerCount } from './reconcile-counts.ts';

// Where secret ballots come to lie until they are counted. Paper has one box; an electronic ballot, once a community's
// charter allows it, is a second one that gives the same figures and nothing else: no name, no order, no time.

export type BoxCount = TellerCount & { area: Area | null };
/** `count`: what lay in it, once it is open and counted; null before. A paper that came late is counted before any box opens. */
export type BallotBox = {
  kind: 'paper' | 'electronic';
  count(db: Kysely<DB>, vote: Pick<Vote, 'communityId' | 'id'>): Promise<BoxCount | null>;
};

/** Paper: what two tellers counted alike, apart from each other. */
export const paperBox: BallotBox = {
  kind: 'paper',
  async count(db, vote) {
    const { counts } = await findRound(db, vote);
    const [one, other] = counts;
    return one && other && isSameCount(one.count, other.count) ? one.count : null;
  },
};

/** All boxes of a vote together; null while one of them isn't counted. */
export async function countBoxes(
  db: Kysely<DB>,
  vote: Pick<Vote, 'communityId' | 'id'>,
  boxes: readonly BallotBox[],
): Promise<BoxCount | null> {
  let sum: BoxCount | null = null;
  for (const box of boxes) {
    const count = await box.count(db, vote);
    if (count === null) return null;
    sum = sum === null ? count : add(sum, count);
  }
  return sum;
}

type Told = { tellerId: string; count: BoxCount };

/** The round of counting that runs, and what tellers entered in it: after two that differ the next begins. */
export async function findRound(
  db: Kysely<DB>,
  { communityId, id }: Pick<Vote, 'communityId' | 'id'>,
): Promise<{ round: number; counts: Told[] }> {
  const rows = await db
    .selectFrom('teller_counts')
    .select(['round', 'teller_id', 'issued', 'returned', 'invalid', 'yes', 'no', 'abstain'])
    .select(['area', 'area_taking_part as takingPart', 'area_yes as areaYes'])
    .where('community_id', '=', communityId)
    .where('vote_id', '=', id)
    .orderBy('round')
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  const round = rows.at(-1)?.round ?? 1;
  const counts = rows
    .filter((row) => row.round === round)
    .map(({ teller_id: tellerId, area: all, takingPart, areaYes, issued, returned, invalid, yes, no, abstain }) => {
      const area = all === null ? null : { all, takingPart: Number(takingPart), yes: Number(areaYes) };
      return { tellerId, count: { issued, returned, invalid, yes, no, abstain, area } };
    });
  const [one, other] = counts;
  const differ = one && other && !isSameCount(one.count, other.count);
  return differ ? { round: round + 1, counts: [] } : { round, counts };
}

function add(one: BoxCount, other: BoxCount): BoxCount {
  const figure = (name: keyof TellerCount) => one[name] + other[name];
  const area =
    one.area && other.area
      ? { all: one.area.all, takingPart: one.area.takingPart + other.area.takingPart, yes: one.area.yes + other.area.yes }
      : (one.area ?? other.area);
  return {
    issued: figure('issued'),
    returned: figure('returned'),
    invalid: figure('invalid'),
    yes: figure('yes'),
    no: figure('no'),
    abstain: figure('abstain'),
    area,
  };
}
