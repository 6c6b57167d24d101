import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { formatSignatures } from '../notes/signed-note.ts';

// Which checkpoint leaves the house: with the witnesses' cosignatures that are there, and rather one that enough of them
// have confirmed than a newer one that they haven't.

/** So long a confirmed state is served though a newer one is signed: witnesses that are away must not hide what happened. */
const patience = 60;

type Published = { size: number; root: Buffer; note: string; signed_at: Date };
type Row = Published & { held: boolean; late: boolean; cosignatures: { name: string; bytes: string }[] | null };

/**
 * The newest checkpoint that enough witnesses have confirmed, as long as it is at most a minute behind; otherwise the
 * newest of all. `covering`: the index of a line it has to cover; then a confirmed one is taken however old. Undefined
 * without any.
 */
export async function findPublished(db: Kysely<DB>, logId: number, covering?: number): Promise<Published | undefined> {
  const { rows } = await sql<Row>`with
    newest as (select size from ledger_checkpoints where log_id = ${logId} order by size desc limit 1),
    held as (select size from ledger_quorums where log_id = ${logId} order by size desc limit 1),
    next as (select signed_at from ledger_checkpoints where log_id = ${logId} and size > (select size from held) order by size limit 1)
    select c.size, c.root, c.note, c.signed_at, held.size is not null as held,
      coalesce((select signed_at < clock_timestamp() - make_interval(secs => ${patience}) from next), false) as late,
      (select json_agg(json_build_object('name', w.name, 'bytes', encode(w.cosignature, 'hex')) order by w.received_at, w.vkey)
        from ledger_cosignatures w where w.log_id = c.log_id and w.size = c.size) as cosignatures
    from ledger_checkpoints c left join held using (size)
    where c.log_id = ${logId} and (c.size = (select size from newest) or held.size is not null)
    order by c.size desc`.execute(db);
  const held = rows.find((row) => row.held);
  const fits = held && (covering === undefined ? !held.late : held.size > covering);
  const chosen = fits ? held : rows[0];
  return chosen && { ...chosen, note: chosen.note + linesOf(chosen) };
}

function linesOf({ cosignatures }: Row): string {
  const signatures = (cosignatures ?? []).map(({ name, bytes }) => ({ name, cosignature: Buffer.from(bytes, 'hex') }));
  return formatSignatures(
    signatures.map(({ name, cosignature }) => ({ name, keyId: cosignature.subarray(0, 4), signature: cosignature.subarray(4) })),
  );
}
