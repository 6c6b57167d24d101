import { hashPassword, letters, plainCode, whyNotPassword } from '#foundation/secrets/index.ts';
import { phoneIndex } from '#foundation/personal/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Act } from '#foundation/server/perform.ts';

// How a password comes to stand in the database: chosen by its owner, or handed over on paper for a few days.

const temporaryDays = 7;

/**
 * Throws Invalid (field `next`) when this person may not choose this password: the names of their communities and
 * streets and their own are what others would try first.
 */
export async function assertPassword(personId: string, next: string): Promise<void> {
  const words = await database()
    .selectFrom('people')
    .leftJoin('roles', 'roles.person_id', 'people.id')
    .leftJoin('communities', 'communities.id', 'roles.community_id')
    .leftJoin('streets', (join) =>
      join.on((eb) => eb.or([eb('streets.id', '=', eb.ref('communities.street_id')), eb('streets.id', '=', eb.ref('roles.street_id'))])),
    )
    .select([
      'people.name',
      'people.username',
      'people.phone_index',
      'communities.name as community',
      'communities.slug',
      'streets.name as street',
    ])
    .where('people.id', '=', personId)
    .execute();
  const known = words.flatMap((row) => [row.name, row.username, row.community, row.slug, row.street]);
  const numbers = next.match(/\+?\d[\d\s-]{4,}\d/gu) ?? [];
  const own = numbers.filter((number) => words.some((row) => row.phone_index?.equals(phoneIndex(number))));
  const code = whyNotPassword(
    next,
    [...known, ...own].filter((word) => word !== null),
    installation().settings.HUIYIN_PASSWORD_POLICY,
  );
  if (code) throw new Invalid([{ field: 'next', code }]);
}

/** Within a command: stores a password its owner chose. */
export async function setPassword({ trx, now }: Act, personId: string, hash: string): Promise<void> {
  const row = { hash, changed_at: now, temporary_until: null };
  await trx
    .insertInto('passwords')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

/** Within a command: a password to hand over, good for seven days and only to choose one's own. Shown this once. */
export async function setTemporaryPassword({ trx, now }: Act, personId: string, password = drawn()): Promise<string> {
  const until = new Date(now.getTime() + temporaryDays * 86_400_000);
  const row = { hash: await hashPassword(plainCode(password)), changed_at: now, temporary_until: until };
  await trx
    .insertInto('passwords')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
  return password;
}

function drawn(): string {
  return (letters(16).match(/.{4}/g) ?? []).join('-');
}
