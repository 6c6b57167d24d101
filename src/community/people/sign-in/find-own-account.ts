import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { readOwnData } from '../personal-data/read-personal-data.ts';
import type { Viewer } from '../viewer.ts';

export type OwnAccount = {
  name: string;
  username: string | null;
  phone: string | null;
  passwordChangedAt: Date | null;
  authenticatorSince: Date | null;
  recoveryLeft: number;
};

/** What somebody sees about their own account. Throws Forbidden for nobody. */
export async function findOwnAccount(viewer: Viewer): Promise<OwnAccount> {
  const row =
    viewer.personId === null
      ? undefined
      : await database()
          .selectFrom('people')
          .leftJoin('passwords', 'passwords.person_id', 'people.id')
          .leftJoin('authenticators', 'authenticators.person_id', 'people.id')
          .select((eb) => [
            'people.username',
            'passwords.changed_at as passwordChangedAt',
            'authenticators.confirmed_at as authenticatorSince',
            eb
              .selectFrom('recovery_codes')
              .select((of) => of.fn.countAll<number>().as('left'))
              .whereRef('person_id', '=', 'people.id')
              .where('used_at', 'is', null)
              .as('recoveryLeft'),
          ])
          .where('people.id', '=', viewer.personId)
          .executeTakeFirst();
  if (!row) throw new Forbidden('sign-in.needed');
  const { name, phone } = await readOwnData(database(), viewer, ['name', 'phone']);
  return { ...row, name: name ?? '', phone, recoveryLeft: row.recoveryLeft ?? 0 };
}
