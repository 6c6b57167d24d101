import type { Database } from '#foundation/server/database.ts';
import { database } from '#foundation/server/database.ts';
import type { Session } from '../sessions/session.ts';

/** What still stands between the right password and the workbench. */
export type SignInStep = 'password' | 'enrol' | 'code';

/** A password handed over on paper is replaced first, then an authenticator is connected; from then on only its code is asked. */
export async function stepOf(db: Database, personId: string): Promise<SignInStep> {
  const row = await db
    .selectFrom('people')
    .leftJoin('passwords', 'passwords.person_id', 'people.id')
    .leftJoin('authenticators', 'authenticators.person_id', 'people.id')
    .select(['passwords.temporary_until', 'authenticators.confirmed_at'])
    .where('people.id', '=', personId)
    .executeTakeFirst();
  if (row?.temporary_until) return 'password';
  return row?.confirmed_at ? 'code' : 'enrol';
}

/** The step somebody half signed in has to take next; null when nobody is half signed in. */
export async function findSignInStep(session: Session | null): Promise<SignInStep | null> {
  if (session?.assurance !== 'first_factor') return null;
  const personId = await personOf(database(), session);
  return personId ? stepOf(database(), personId) : null;
}

/** Whose session it is, while it lasts; null for one that has ended. */
export async function personOf(db: Database, session: Session): Promise<string | null> {
  const row = await db
    .selectFrom('sessions')
    .select('person_id')
    .where('id', '=', session.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.person_id ?? null;
}
