import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { findServing, type Serving } from '#community/people/index.ts';
import { Refused } from '#foundation/refusal.ts';
import type { Accused } from './accused.ts';

type Wanted = {
  communityId: number;
  sealed: 'none' | 'named' | 'street';
  level?: 'community' | 'street';
  accused: Pick<Accused, 'personId'>[];
  enteredBy: string | null;
  at: Date;
};

/**
 * The one answerable until somebody accepts [law Beijing-hotline 14]: whoever wrote it down; else, in turn, a worker on
 * duty. A voice that names somebody goes to the secretary, one that names the leadership to the street (V5, V6).
 */
export async function chooseFirstReceiver(db: Kysely<DB>, wanted: Wanted): Promise<string> {
  const accusedIds = wanted.accused.map((one) => one.personId);
  const serving = (await findServing(db, wanted.communityId, wanted.at)).filter((person) => !accusedIds.includes(person.personId));
  const order = {
    none: ['community_worker', 'community_secretary', 'street_supervisor', 'administrator'],
    named: ['community_secretary', 'street_supervisor', 'community_worker', 'administrator'],
    street: ['street_supervisor', 'district_supervisor', 'supervisory_member', 'administrator'],
  }[wanted.level === 'street' ? 'street' : wanted.sealed];
  const writer = serving.find((person) => person.personId === wanted.enteredBy);
  if (writer && wanted.sealed === 'none' && writer.roles.some((role) => order.includes(role))) return writer.personId;
  for (const role of order) {
    const candidates = serving.filter((person) => person.roles.includes(role));
    const chosen = inTurn(candidates, wanted.at);
    if (chosen) return chosen.personId;
  }
  return lastResort(db, wanted);
}

/** Nobody fitting serves here yet: the voice is kept all the same, walled, until the street appoints somebody. */
async function lastResort(db: Kysely<DB>, wanted: Wanted): Promise<string> {
  const anybody = (await findServing(db, wanted.communityId, wanted.at))[0];
  if (!anybody) throw new Refused('voice.nobody-serves-here');
  return anybody.personId;
}

/** The street's own first receiver for a voice that goes one level up; null while nobody serves at the street. */
export async function findStreetReceiver(db: Kysely<DB>, wanted: Pick<Wanted, 'communityId' | 'accused' | 'at'>): Promise<string | null> {
  const accusedIds = wanted.accused.map((one) => one.personId);
  const street = (await findServing(db, wanted.communityId, wanted.at)).filter(
    (person) => person.roles.includes('street_supervisor') && !accusedIds.includes(person.personId),
  );
  return inTurn(street, wanted.at)?.personId ?? null;
}

/** Spreads voices over the day without a counter to lock. */
function inTurn(candidates: Serving[], at: Date): Serving | undefined {
  return candidates[at.getTime() % Math.max(1, candidates.length)];
}
