import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { KeyProvider } from './key-provider.ts';
import { subjectKeyOf, type Subject, type SubjectKey } from './subject-key.ts';
import { wrappedKeyOf } from './wrapped-key.ts';

/** A key that counts once its row is written: put `row` into `subject_keys` in the statement that writes the subject. */
export type DraftKey = {
  key: SubjectKey;
  row: { community_id: number; id: string; suite: string; generation: number; wrapped: Buffer; created_at: Date };
};

/** Makes a key without writing it, so that key and subject can be one statement. */
export async function draftSubjectKey(now: Date, subject: Subject, provider = installation().personal.provider): Promise<DraftKey> {
  const bytes = randomBytes(32);
  const { suite, generation, bytes: wrapped } = await provider.wrap(subject, await provider.generation(), bytes);
  return {
    key: subjectKeyOf(subject, bytes),
    row: { community_id: subject.communityId, id: subject.id, suite, generation, wrapped, created_at: now },
  };
}

/** Makes the key of a subject that has none yet. */
export async function createSubjectKey({ trx, now }: Act, subject: Subject): Promise<SubjectKey> {
  const { key, row } = await draftSubjectKey(now, subject);
  await trx.insertInto('subject_keys').values(row).execute();
  return key;
}

/** The key of a subject; null when it was destroyed or never made. */
export async function openSubjectKey(trx: Kysely<DB>, subject: Subject): Promise<SubjectKey | null> {
  return (await openSubjectKeys(trx, subject.communityId, [subject.id])).get(subject.id) ?? null;
}

/** The keys of several subjects of one community by their id; those without a key are left out. */
export async function openSubjectKeys(trx: Kysely<DB>, communityId: number, ids: string[]): Promise<Map<string, SubjectKey>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('subject_keys')
    .select(['id', 'suite', 'generation', 'wrapped'])
    .where('community_id', '=', communityId)
    .where('id', 'in', ids)
    .where('wrapped', 'is not', null)
    .execute();
  const { provider } = installation().personal;
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await unwrap({ communityId, id: row.id }, row, provider)] as const)));
}

/**
 * Destroys the key of a subject: nothing sealed under it can be read again, and its salts in the ledger are gone. `by`
 * null: the clock. `reason`: a short code. False when there was no key left to destroy.
 */
export async function destroySubjectKey(
  { trx, now }: Act,
  subject: Subject,
  { by, reason }: { by: string | null; reason: string },
): Promise<boolean> {
  const destroyed = await trx
    .updateTable('subject_keys')
    .set({ wrapped: null, destroyed_at: now, destroyed_by: by, reason })
    .where('community_id', '=', subject.communityId)
    .where('id', '=', subject.id)
    .where('destroyed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return destroyed !== undefined;
}

/** The key of a subject from what another statement has read of its row; null when it was destroyed or never made. */
export async function unwrapSubjectKey(
  subject: Subject,
  row: { suite: string | null; generation: number | null; wrapped: Buffer | null },
): Promise<SubjectKey | null> {
  const { suite, generation, wrapped } = row;
  return suite && generation && wrapped ? unwrap(subject, { suite, generation, wrapped }, installation().personal.provider) : null;
}

async function unwrap(subject: Subject, row: Parameters<typeof wrappedKeyOf>[0], provider: KeyProvider): Promise<SubjectKey> {
  return subjectKeyOf(subject, await provider.unwrap(subject, wrappedKeyOf(row)));
}
