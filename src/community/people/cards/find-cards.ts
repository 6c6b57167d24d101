import { database, databaseTime } from '#foundation/server/database.ts';
import type { Act } from '#foundation/server/perform.ts';
import { readPersonalData } from '../personal-data/read-personal-data.ts';
import type { Viewer } from '../viewer.ts';
import { whyNotPrintCard } from './why-not-print-card.ts';

export type Card = { id: string; personId: string; name: string; household: string | null; createdAt: Date; expiresAt: Date };

/** The cards that open a door now, the newest first; empty for whoever may not print any. That their names were looked at is written down. */
export async function findCards(viewer: Viewer, communityId: number): Promise<Card[]> {
  if (whyNotPrintCard(viewer, communityId, null)) return [];
  const now = await databaseTime();
  return database()
    .transaction()
    .execute(async (trx) => {
      const cards = await cardsOf(trx, communityId);
      const look = { communityId, table: 'people', ids: cards.map((card) => card.personId), fields: ['name'], purpose: 'cards' } as const;
      const names = await readPersonalData({ trx, now }, viewer, look);
      return cards.map((card) => ({ ...card, name: names.get(card.personId)?.name ?? '' }));
    });
}

function cardsOf(trx: Act['trx'], communityId: number) {
  return trx
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
