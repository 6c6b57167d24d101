import type { Insertable } from 'kysely';
import type { People } from '#db/schema.ts';
import { draftSubjectKey, openSubjectKey, phoneIndex, type DraftKey } from '#foundation/personal/index.ts';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';

/**
 * Somebody who comes to be known here. `published`: they hold a public function, so everybody may read their name; the
 * name of anybody else is kept sealed, as phone and e-mail are of all.
 */
export type NewPerson = {
  id?: string;
  name: string;
  published: boolean;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  username?: string | null;
  locale?: string;
  createdBy?: string | null;
};

/** The two rows of a person: their key, and themselves sealed with it. */
export type PersonRows = { key: DraftKey['row']; person: Insertable<People> };

/** Somebody of whom nothing is known but a telephone number; sealed before it is sure that they will come. */
export type SealedNewcomer = { key: DraftKey['row']; name_sealed: Buffer; phone_sealed: Buffer; phone_index: Buffer };

/** Within a command: writes a person down, in one statement with their key. Returns their id. */
export async function keepPerson({ trx, now }: Act, person: NewPerson): Promise<string> {
  const rows = await sealPerson(now, person);
  await trx
    .with('key', (db) => db.insertInto('subject_keys').values(rows.key))
    .insertInto('people')
    .values(rows.person)
    .execute();
  return rows.key.id;
}

/** What would be written of a person, for those who write many at once or later. */
export async function sealPerson(now: Date, person: NewPerson): Promise<PersonRows> {
  const id = person.id ?? newId(now);
  const { key, row } = await draftSubjectKey(now, { communityId: 0, id });
  const seal = (column: string, text: string) => key.seal({ table: 'people', column, row: id }, text);
  return {
    key: row,
    person: {
      id,
      name: person.published ? person.name : null,
      name_sealed: person.published ? null : seal('name_sealed', person.name),
      phone_sealed: person.phone ? seal('phone_sealed', person.phone) : null,
      phone_index: person.phone ? phoneIndex(person.phone) : null,
      email_sealed: person.email ? seal('email_sealed', person.email) : null,
      username: person.username ?? null,
      ...(person.locale && { locale: person.locale }),
      created_at: now,
      created_by: person.createdBy ?? null,
    },
  };
}

/** Nobody is asked for a name to sign in; the last digits tell the person themselves that it is they. */
export async function sealNewcomer(now: Date, phone: string): Promise<SealedNewcomer> {
  const id = newId(now);
  const { key, row } = await draftSubjectKey(now, { communityId: 0, id });
  return {
    key: row,
    name_sealed: key.seal({ table: 'people', column: 'name_sealed', row: id }, `****${phone.slice(-4)}`),
    phone_sealed: key.seal({ table: 'people', column: 'phone_sealed', row: id }, phone),
    phone_index: phoneIndex(phone),
  };
}

/** Within a command: another name in place of the old one, readable or sealed as that was. */
export async function keepName({ trx }: Act, id: string, name: string): Promise<void> {
  const key = await openSubjectKey(trx, { communityId: 0, id });
  const sealed = key?.seal({ table: 'people', column: 'name_sealed', row: id }, name) ?? null;
  await trx.updateTable('people').set({ name }).where('id', '=', id).where('name', 'is not', null).execute();
  await trx.updateTable('people').set({ name_sealed: sealed }).where('id', '=', id).where('name_sealed', 'is not', null).execute();
}
