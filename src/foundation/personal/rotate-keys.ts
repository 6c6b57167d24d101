import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { KeyProvider } from './key-provider.ts';
import { wrappedKeyOf } from './wrapped-key.ts';

const atOnce = 500;

/**
 * Makes a new generation of the communities' keys and wraps every person's key with it; nothing else is touched. Safe
 * beside a running Huiyin, and safe to stop and run again: what is wrapped already opens either way. Returns the generation.
 */
export async function rotateKeys(db: Kysely<DB>, provider: KeyProvider, say: (done: number, of: number) => void): Promise<number> {
  const generation = await provider.renew();
  const { count } = await behind(db, generation)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  let done = 0;
  // Keys of people who came meanwhile may still be wrapped with the old generation: go round until none is left.
  for (let found = true; found;) {
    found = false;
    for (let last: Owner | null = null; ; found = true) {
      const wrapped: Owner[] = await db.transaction().execute((trx) => wrapSome(trx, provider, generation, last));
      last = wrapped.at(-1) ?? null;
      if (!last) break;
      done += wrapped.length;
      say(Math.min(done, count), count);
    }
  }
  return generation;
}

type Owner = { communityId: number; id: string };

function behind(db: Kysely<DB>, generation: number) {
  return db.selectFrom('subject_keys').where('wrapped', 'is not', null).where('generation', '<', generation);
}

async function wrapSome(trx: Kysely<DB>, provider: KeyProvider, generation: number, after: Owner | null): Promise<Owner[]> {
  const rows = await behind(trx, generation)
    .select(['community_id', 'id', 'suite', 'generation', 'wrapped'])
    .$if(after !== null, (query) => query.where(sql<boolean>`(community_id, id) > (${after?.communityId}, ${after?.id}::uuid)`))
    .orderBy('community_id')
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .execute();
  const owners = rows.map((row): Owner => ({ communityId: row.community_id, id: row.id }));
  const again = await Promise.all(
    rows.map(async (row) => {
      const owner = { communityId: row.community_id, id: row.id };
      return provider.wrap(owner, generation, await provider.unwrap(owner, wrappedKeyOf(row)));
    }),
  );
  await sql`update subject_keys as k set suite = made.suite, generation = ${generation}, wrapped = made.wrapped
    from unnest(${sql.val(owners.map((one) => one.communityId))}::integer[], ${sql.val(owners.map((one) => one.id))}::uuid[],
      ${sql.val(again.map((one) => one.suite))}::text[], ${sql.val(again.map((one) => one.bytes))}::bytea[]) as made (community_id, id, suite, wrapped)
    where k.community_id = made.community_id and k.id = made.id`.execute(trx);
  return owners;
}
