import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';
import { whyNotPrintCard } from './why-not-print-card.ts';

export type Card = { id: string; personId: string; name: string; household: string | null; createdAt: Date; expiresAt: Date };

/** The cards that open a door now, the newest first; empty for whoever may not print any. */
export async function findCards(viewer: Viewer, communityId: number): Promise<Card[]> {
  if (whyNotPrintCard(viewer, communityId, null)) return [];
  return database()
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.person_id')
    .leftJoin('roles', (join) =>
      join
        .onRef('roles.person_id', '=', 'people.id')
        .onRef('roles.community_id', '=', 'invitations.community_id')
        .on('roles.role', '=', 'resident')
        .on('roles.ended_at', 'is', null),
    )
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'roles.community_id').onRef('places.id', '=', 'roles.place_id'))
    .select([
      'invitations.id',
      'people.id as personId',
      'people.name',
      'places.full_name as household',
      'invitations.created_at as createdAt',
      'invitations.expires_at as expiresAt',
    ])
    .where('invitations.community_id', '=', communityId)
    .where('invitations.revoked_at', 'is', null)
    .where('people.ended_at', 'is', null)
    .orderBy('invitations.created_at', 'desc')
    .limit(200)
    .execute();
}
