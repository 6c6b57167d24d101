import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Commitment } from './commitment.ts';

export type HistoryPhoto = { id: string; alt: string };
type What =
  | 'accepted'
  | 'published'
  | 'withdrawn'
  | 'progress'
  | 'claimed_done'
  | 'explanation'
  | 'amended'
  | 'passed_on'
  | 'kept'
  | 'partly_kept'
  | 'not_kept';

/** One moment. `said`: words that were written; `text`, `dueOn`: what an amendment says; `by`: a name, as far as it is public. */
export type HistoryItem = {
  what: What;
  at: Date;
  by: string | null;
  said: string | null;
  text: string | null;
  dueOn: string | null;
  way: 'page' | 'paper' | null;
  photos: HistoryPhoto[];
};

/** Everything that happened to a promise, the oldest first. */
export async function findHistory({ communityId, id }: Pick<Commitment, 'communityId' | 'id'>): Promise<HistoryItem[]> {
  const here = (table: string) =>
    sql`${sql.ref(`${table}.community_id`)} = ${communityId} and ${sql.ref(`${table}.commitment_id`)} = ${id}::uuid`;
  const { rows } = await sql<Omit<HistoryItem, 'by'> & { by: string | null }>`
    select h.what, h.at, nullif(p.name, '') as by, h.said, h.text, to_char(h.due_on, 'YYYY-MM-DD') as "dueOn", h.way,
      coalesce((select json_agg(json_build_object('id', f.id, 'alt', f.alt) order by f.added_at, f.id) from commitment_photos f
        where f.community_id = ${communityId} and f.note_id = h.id and f.taken_down_at is null), '[]') as photos
    from (
      select s.id, s.step as what, s.taken_at as at, s.taken_by as by, s.reason as said, null as text, null::date as due_on, s.way
        from commitment_steps s where ${here('s')} and s.step not in ('drafted', 'begun', 'claimed_done')
      union all
      select n.id, n.kind, n.noted_at, n.noted_by, n.words, null, null, null from commitment_notes n where ${here('n')}
      union all
      select a.id, 'amended', a.amended_at, a.amended_by, a.reason, a.text, a.due_on, null from commitment_amendments a where ${here('a')}
      union all
      select o.id, 'passed_on', o.since, o.owner_id, null, null, null, null from commitment_owners o where ${here('o')} and o.note is not null
    ) h left join people p on p.id = h.by
    order by h.at, h.id`.execute(database());
  return rows;
}
