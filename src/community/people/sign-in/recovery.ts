import { hashPassword, plainCode, recoveryCodes, verifyPassword } from '#foundation/secrets/index.ts';
import type { Act } from '#foundation/server/perform.ts';

// Ten codes on paper, for the day the telephone with the authenticator is lost. Kept as Argon2id hashes, because fifty
// bits are too few for a quick one (ASVS 5.0, 6.5.2).

/** Within a command: new codes in place of all older ones. They exist nowhere else but in the answer. */
export async function newRecoveryCodes({ trx }: Act, personId: string): Promise<string[]> {
  const codes = recoveryCodes();
  const hashes = await Promise.all(codes.map((code) => hashPassword(plainCode(code))));
  await trx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
  await trx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ person_id: personId, hash })))
    .execute();
  return codes;
}

/** Takes a code, once only. Returns how many are left, or null when it is none. */
export async function takeRecoveryCode({ trx, now }: Act, personId: string, code: string): Promise<number | null> {
  const plain = plainCode(code);
  if (plain.length !== 10) return null;
  const unused = await trx
    .selectFrom('recovery_codes')
    .select('hash')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
  for (const { hash } of unused) {
    if (!(await verifyPassword(plain, hash))) continue;
    const taken = await trx
      .updateTable('recovery_codes')
      .set({ used_at: now })
      .where('person_id', '=', personId)
      .where('hash', '=', hash)
      .where('used_at', 'is', null)
      .returning('hash')
      .executeTakeFirst();
    return taken ? unused.length - 1 : null;
  }
  return null;
}
