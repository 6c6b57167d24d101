import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Vote } from './load-vote.ts';
import type { Answer } from './vote.ts';

/** `who`: the party, seat, household or name, as the roll has it. `open`: of those who answer in a public function. */
export type CallAnswer = { entryId: string; open: boolean; partyId: string | null; who: string; answer: Answer; words: string | null };

/** The newest answer of each row that is there, in the order of the roll. */
export async function findAnswers(db: Kysely<DB>, { communityId, id }: Pick<Vote, 'communityId' | 'id'>): Promise<CallAnswer[]> {
  const { rows } =
    await sql<CallAnswer>`select a.entry_id as "entryId", e.party_id as "partyId", e.part not in ('household', 'resident') as open, coalesce(e.label, p.name, '') as who,
      a.answer, a.words
    from (select distinct on (entry_id) entry_id, answer, words from roll_call_answers
      where community_id = ${communityId} and vote_id = ${id}::uuid order by entry_id, answered_at desc, id desc) a
    join roll_entries e on e.community_id = ${communityId} and e.id = a.entry_id and e.standing in ('present', 'proxy')
    left join people p on p.id = e.person_id
    order by e.label, p.name, e.id`.execute(db);
  return rows;
}
