import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#community/people/index.ts';

/** Whether somebody holds a seat among the residents' representatives now. */
export async function represents(db: Kysely<DB>, { personId }: Viewer, communityId: number): Promise<boolean> {
  if (personId === null) return false;
  const { rows } = await sql<{ found: boolean }>`select exists (select from memberships s join organizations o
    on o.community_id = s.community_id and o.id = s.organization_id where s.community_id = ${communityId}
    and s.person_id = ${personId}::uuid and s.ended_at is null and o.kind = 'residents_representatives'
    and o.ended_at is null) as found`.execute(db);
  return rows[0]?.found ?? false;
}
