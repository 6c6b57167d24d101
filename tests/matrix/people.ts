import { newId } from '#foundation/ids.ts';
import { hashPassword } from '#foundation/secrets/index.ts';
import { database } from '#foundation/server/database.ts';
import { makePerson, type World } from '../world.ts';
import type { About } from './columns.ts';
import type { Ground } from './ground.ts';

// Somebody who serves, for the pages on which roles are given and ended: as each form needs them, and new for each deed.

export type Serving = { personId: string; role: string };

let named = 0;

/** Deeds with a reset need somebody who signs in, two of them a reset that waits. `renew` needs somebody who never used their first password, `open` somebody whose account is closed. */
export async function plantPerson(ground: Ground, about: About, action: string | null): Promise<Serving> {
  const { world } = about === 'other' ? ground.here : ground.elsewhere;
  const person = await makePerson(world, 'community_worker', 'Somebody who serves');
  const personId = person.personId ?? '';
  if (action === 'renew') await invite(personId);
  if (action?.endsWith('Reset')) await nameFor(personId);
  if (action === 'secondReset' || action === 'dropReset') await waitForReset(personId, world);
  if (action === 'open') await close(personId);
  return { personId, role: person.grants[0]?.id ?? '' };
}

/** Somebody asked for a new sign-in for this person, and a second one hasn't agreed yet. */
export async function waitForReset(personId: string, { communityId, secretary }: Pick<World, 'communityId' | 'secretary'>): Promise<void> {
  const now = Date.now();
  const asked = { asked_by: secretary.personId ?? '', asked_at: new Date(now), expires_at: new Date(now + 86_400_000) };
  await database()
    .insertInto('sign_in_resets')
    .values({ community_id: communityId, id: newId(), person_id: personId, ...asked })
    .execute();
}

async function nameFor(personId: string): Promise<void> {
  named += 1;
  await database()
    .updateTable('people')
    .set({ username: `somebody-${named}` })
    .where('id', '=', personId)
    .execute();
}

async function invite(personId: string): Promise<void> {
  await nameFor(personId);
  const until = new Date(Date.now() + 86_400_000);
  const first = { person_id: personId, hash: await hashPassword('a first password'), changed_at: new Date(), temporary_until: until };
  await database().insertInto('passwords').values(first).execute();
}

async function close(personId: string): Promise<void> {
  const now = new Date();
  await database().updateTable('roles').set({ ended_at: now, end_reason: 'Moved' }).where('person_id', '=', personId).execute();
  await database().updateTable('people').set({ ended_at: now }).where('id', '=', personId).execute();
}
