import { phoneIndex } from '#foundation/personal/index.ts';
import type { Database } from '#foundation/server/database.ts';

/** Where a sign-in comes from: the hashed address for limits, and what to call the device in the list of sessions. */
export type From = { address: string; device: string };

export type Account = { id: string; hash: string | null; temporaryUntil: Date | null; hasPassword: boolean; mayEnter: boolean };

/** The staff account behind a username or phone, if there is one. `mayEnter`: neither disabled nor without a password. */
export async function findAccount(db: Database, login: string): Promise<Account | null> {
  const name = login.normalize('NFKC').trim().toLowerCase();
  const row = await db
    .selectFrom('people')
    .leftJoin('passwords', 'passwords.person_id', 'people.id')
    .select(['people.id', 'people.ended_at', 'passwords.hash', 'passwords.temporary_until'])
    .where((eb) => eb.or([eb('people.username', '=', name), eb('people.phone_index', '=', phoneIndex(login))]))
    .orderBy('people.username')
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    hash: row.hash,
    temporaryUntil: row.temporary_until,
    hasPassword: row.hash !== null,
    mayEnter: row.hash !== null && row.ended_at === null,
  };
}
