import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Meeting } from './meeting.ts';

/**
 * What a meeting still owes: `running`: votes nobody has closed, or whose box is still shut; `uncounted`: votes without a
 * result; `owed`: resolutions that have neither a promise nor a word that nothing is to be done (D10).
 */
export type Unfinished = { running: number; uncounted: number; owed: number };

export async function findUnfinished(db: Kysely<DB>, { communityId, id }: Pick<Meeting, 'communityId' | 'id'>): Promise<Unfinished> {
  const { rows } = await sql<Unfinished>`select
      count(*) filter (where v.stage = 'open' or v.stage = 'closed' and v.box_opened_at is null)::int as running,
      count(*) filter (where v.stage in ('open', 'closed'))::int as uncounted,
      (select count(*)::int from resolutions r where r.community_id = ${communityId} and r.meeting_id = ${id}::uuid
        and not exists (select from commitments c where c.community_id = r.community_id and c.resolution_id = r.id
          and c.stage <> 'withdrawn_draft')
        and not exists (select from resolution_steps s where s.community_id = r.community_id and s.resolution_id = r.id
          and s.step in ('no_action', 'annulled'))) as owed
    from votes v where v.community_id = ${communityId} and v.meeting_id = ${id}::uuid`.execute(db);
  return rows[0] ?? { running: 0, uncounted: 0, owed: 0 };
}
