import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Example } from './example.ts';
import { cleanText } from './grams.ts';

/** The newest of each category: what was asked years ago, and a category that fills the rest, teach no more. */
const mostOfCategory = 500;

/**
 * Closed voices of all communities, in categories still in use, sorted by a person. Never one that names somebody or is
 * behind the wall, and never one whose words were erased.
 */
export async function findSorted(): Promise<Example[]> {
  const { rows } = await sql<{ id: string; case_id: string | null; category: string; words: string }>`
    select v.id, v.case_id, v.category, v.words from (
      select c.community_id, c.id, row_number() over (partition by c.category order by c.closed_at desc, c.id) as place
      from voices c join categories k on k.code = c.category and k.ended_at is null
      where c.stage in ('closed_confirmed', 'closed_documented') and c.sealed = 'none' and c.erased_at is null and c.words <> ''
    ) newest
    join voices v on v.community_id = newest.community_id and v.id = newest.id
    where newest.place <= ${mostOfCategory} and exists (select from events e where e.community_id = v.community_id
      and e.subject_id = v.id and e.name = 'voice.triaged' and e.actor_id is not null)
      and not exists (select from voice_accused a where a.community_id = v.community_id and a.voice_id = v.id)
    order by v.closed_at, v.id`.execute(database());
  return rows.map(({ case_id, category, words }) => ({ words, category, group: case_id ?? beginning(words) }));
}

/** Copies of a notice begin alike. */
function beginning(words: string): string {
  return cleanText(words)
    .replaceAll(/[^\p{L}]+/gu, '')
    .slice(0, 24);
}
