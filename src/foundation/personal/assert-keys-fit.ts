import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { SettingsError } from '#foundation/settings.ts';
import type { PersonalKeys } from './personal-keys.ts';
import { wrappedKeyOf } from './wrapped-key.ts';

/** Throws when the keys folder is not the one this database was written with: better no start than half a town unreadable. */
export async function assertKeysFit(db: Kysely<DB>, { provider }: PersonalKeys): Promise<void> {
  const row = await db
    .selectFrom('subject_keys')
    .select(['community_id', 'id', 'suite', 'generation', 'wrapped'])
    .where('wrapped', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (!row) return;
  const opens = await provider.unwrap({ communityId: row.community_id, id: row.id }, wrappedKeyOf(row)).then(
    () => true,
    () => false,
  );
  if (!opens)
    throw new SettingsError(
      'The keys folder (HUIYIN_KEYS) does not belong to this database: put back the keys folder that does, from the copy you keep apart.',
    );
}
