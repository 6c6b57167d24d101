import { hmacCode } from '#foundation/secrets/index.ts';
import type { Database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';

// Where somebody who serves usually signs in from. Kept as a keyed hash of person and address: a copied database tells
// neither where anybody works nor that two people share a place.

/** Asked in place of an account that isn't there, so that the same work is done for it. */
const nobodyAtAll = '00000000-0000-7000-8000-000000000000';

/** The place a sign-in comes from, as it is kept. `address`: the hashed address the door tells. */
export function placeOf(personId: string | null, address: string): Buffer {
  return hmacCode(installation().keys, 'familiar-place', JSON.stringify([personId ?? nobodyAtAll, address]));
}

/** Whether this person has come all the way in from this place before. */
export async function isFamiliar(db: Database, personId: string | null, place: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('familiar_places')
    .select('person_id')
    .where('person_id', '=', personId ?? nobodyAtAll)
    .where('place', '=', place)
    .executeTakeFirst();
  return row !== undefined;
}

/** Within a command, when the second proof was right: the place is familiar from now on; the first time, its owner is told. */
export async function becomeFamiliar(act: Act, sessionId: string): Promise<void> {
  const session = await act.trx
    .selectFrom('sessions')
    .select(['person_id', 'place', 'device'])
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (!session?.person_id || !session.place) return;
  const personId = session.person_id;
  const others = await act.trx.selectFrom('familiar_places').select('place').where('person_id', '=', personId).execute();
  await act.trx
    .insertInto('familiar_places')
    .values({ person_id: personId, place: session.place, first_at: act.now, last_at: act.now })
    .onConflict((conflict) => conflict.columns(['person_id', 'place']).doUpdateSet({ last_at: act.now }))
    .execute();
  const here = session.place;
  if (others.length === 0 || others.some(({ place }) => place.equals(here))) return;
  await recordSecurityEvent(act, { name: 'sign_in.elsewhere', personId, data: { device: session.device } });
}
