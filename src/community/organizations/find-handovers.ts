import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';

/** `from`, `to`: by name where everybody may know it. Days are Shanghai's. */
export type Handover = {
  id: string;
  from: string | null;
  to: string | null;
  things: string;
  dueOn: string;
  late: boolean;
  doneAt: Date | null;
};

/** What was or is to be passed on in an organization, open ones first. */
export async function findHandovers(communityId: number, organizationId: string): Promise<Handover[]> {
  const { rows } = await sql<Handover>`
    select h.id, leaving.name as "from", coming.name as "to", h.things, to_char(h.due_on, 'YYYY-MM-DD') as "dueOn",
      h.done_at is null and h.due_on < (now() at time zone 'Asia/Shanghai')::date as late, h.done_at as "doneAt"
    from handovers h
      join memberships f on f.community_id = h.community_id and f.id = h.from_membership_id
      join people leaving on leaving.id = f.person_id
      left join memberships t on t.community_id = h.community_id and t.id = h.to_membership_id
      left join people coming on coming.id = t.person_id
    where h.community_id = ${communityId} and h.organization_id = ${organizationId}
    order by h.done_at is not null, h.due_on, h.id
    limit 50`.execute(database());
  return rows;
}
