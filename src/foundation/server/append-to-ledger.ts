import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { commitmentBytes, leafText, type Content } from '#foundation/commitments/index.ts';
import { newId } from '#foundation/ids.ts';
import { installation } from './installation.ts';
import type { Act } from './perform.ts';

// The public ledger as commands see it: a line is queued in the transaction that makes it true, and gets its place later.

/** Whoever can salt a commitment: a `SubjectKey`, whose destruction takes the salt along. */
export type Salting = { salt(id: string): Buffer };

/**
 * One line of the ledger. `plain` is there for everybody; `content` only as a commitment, under the key of the person it
 * is about (null: nobody's; then the installation salts it). Neither says who. `once`: what may stand there only once.
 * `id`: of the row it stands for, if it has one.
 */
export type Leaf = {
  type: string;
  communityId?: number;
  number?: string;
  plain?: { readonly [key: string]: Content };
  content?: Content;
  under?: Salting | null;
  once?: string;
  id?: string;
};
export type QueueRow = { id: string; entry: Buffer };

/** Queues a line in the running transaction; returns its id, by which `findProof` finds it. */
export async function appendToLedger({ trx, now }: Pick<Act, 'trx' | 'now'>, leaf: Leaf): Promise<string> {
  const { id, entry } = queueRow(leaf.id ?? (leaf.once === undefined ? newId(now) : idOfOnce(leaf.once)), now, leaf);
  await sql`insert into ledger_queue (id, entry)
    select ${id}::uuid, ${entry}::bytea where not exists (select from ledger_leaves where id = ${id}::uuid)
    on conflict (id) do nothing`.execute(trx);
  return id;
}

/** The row of the queue for a line; `id` also salts what the installation salts itself. */
export function queueRow(id: string, now: Date, { type, communityId, number, plain, content, under }: Leaf): QueueRow {
  const commit = content === undefined ? undefined : commitTo(type, saltOf(id, under ?? null), content).toString('base64');
  return { id, entry: Buffer.from(leafText({ type, communityId, number, day: shanghaiDay(now), commit, plain })) };
}

/** SHA-256 over type, salt and canonical content (`commitmentBytes`). */
export function commitTo(type: string, salt: Buffer, content: Content): Buffer {
  return createHash('sha256')
    .update(commitmentBytes(type, salt, content))
    .digest();
}

/** The salt of a line: opened together with its content, it lets anybody check the commitment. */
export function saltOf(id: string, under: Salting | null): Buffer {
  return under?.salt(id) ?? createHmac('sha256', installation().keys.subkey('ledger-salt')).update(id).digest();
}

/** The id of what stands in the ledger only once, such as `daily.summary/3/2026-11-23`: the same wherever it is made. */
export function idOfOnce(once: string): string {
  const hex = createHash('sha256').update(`ledger-once/${once}`).digest('hex');
  // Version 8, "made by whoever needs it" (RFC 9562 §5.8).
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
