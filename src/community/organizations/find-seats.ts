import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';

/** `holder`: null is a vacancy, which counts in the base of the quorum all the same. */
export type Seat = {
  id: string;
  name: string;
  placeId: string | null;
  place: string | null;
  households: number | null;
  byLot: boolean;
  holder: { membershipId: string; personId: string; name: string | null } | null;
};

/** The seats of a body in order of their names, held and empty. */
export async function findSeats(communityId: number, organizationId: string): Promise<Seat[]> {
  return seatsOf(database(), communityId, organizationId);
}

export async function seatsOf(db: Kysely<DB>, communityId: number, organizationId: string): Promise<Seat[]> {
  const rows = await db
    .selectFrom('seats')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.community_id', '=', 'seats.community_id')
        .onRef('memberships.seat_id', '=', 'seats.id')
        .on('memberships.ended_at', 'is', null),
    )
    .leftJoin('people', 'people.id', 'memberships.person_id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'seats.community_id').onRef('places.id', '=', 'seats.place_id'))
    .select([
      'seats.id',
      'seats.name',
      'seats.place_id as placeId',
      'places.full_name as place',
      'households',
      'by_lot as byLot',
      'memberships.id as membershipId',
      'people.id as personId',
      'people.name as holderName',
    ])
    .where('seats.community_id', '=', communityId)
    .where('seats.organization_id', '=', organizationId)
    .where('seats.ended_at', 'is', null)
    .orderBy('seats.name')
    .orderBy('seats.id')
    .execute();
  return rows.map(({ membershipId, personId, holderName, ...seat }) => ({
    ...seat,
    holder: membershipId && personId ? { membershipId, personId, name: holderName } : null,
  }));
}
