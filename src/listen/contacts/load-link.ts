import { sql } from 'kysely';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Database } from '#foundation/server/database.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import type { ContactLink } from './contact-link.ts';
import { holdingRoles, office } from './why-not-contact.ts';

export type LinkRef = { communityId: number; id: string };

/** For a command: locks the link and reads it, if the viewer may reach it. Throws Missing. */
export async function reachLink({ trx }: Act, viewer: Viewer, ref: LinkRef): Promise<ContactLink> {
  if (!isId(ref.id)) throw new Missing();
  const row = await links(trx, viewer, ref.communityId).where('link.id', '=', ref.id).forUpdate('link').executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** The links of one community within reach: the household's own, the holder's own, and all for the office. */
export function links(db: Database, viewer: Viewer, communityId: number) {
  const homes = viewer.grants.flatMap(({ role, communityIds, placeId }) =>
    role === 'resident' && communityIds.includes(communityId) && placeId ? [placeId] : [],
  );
  const holds = hasRole(viewer, communityId, ...holdingRoles) ? viewer.personId : null;
  return db
    .selectFrom('contact_links as link')
    .select(['link.community_id as communityId', 'link.id', 'link.household_id as householdId', 'link.holder_id as holderId'])
    .select(
      sql<ContactLink['stage']>`case when link.ended_at is not null then 'ended' when link.accepted_at is not null then 'active'
        else 'proposed' end`.as('stage'),
    )
    .where('link.community_id', '=', communityId)
    .$if(!office(viewer, communityId), (query) =>
      query.where(sql<boolean>`(link.household_id = any(${homes}::uuid[]) or link.holder_id = ${holds}::uuid)`),
    );
}
