import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Meeting, Standing } from './meeting.ts';

export type OwnEntry = { id: string; personId: string | null; label: string | null; standing: Standing; votes: boolean };

/** The rows of the roll that are this person's: themselves, their seat, their household, the party they speak for. */
export async function findOwnEntries(
  db: Kysely<DB>,
  { communityId, id }: Pick<Meeting, 'communityId' | 'id'>,
  personId: string,
): Promise<OwnEntry[]> {
  const { rows } = await sql<OwnEntry>`select e.id, e.person_id as "personId", e.label, e.standing, e.votes from roll_entries e
    where e.community_id = ${communityId} and e.meeting_id = ${id}::uuid and (
      e.person_id = ${personId}::uuid
      or e.place_id in (select r.place_id from roles r where r.person_id = ${personId}::uuid and r.community_id = ${communityId}
        and r.role = 'resident' and r.ended_at is null)
      or e.party_id in (select p.id from joint_parties p join memberships s on s.community_id = p.community_id
        and s.organization_id = p.organization_id and s.ended_at is null
        where p.community_id = ${communityId} and s.person_id = ${personId}::uuid))
    order by e.label, e.id`.execute(db);
  return rows;
}
