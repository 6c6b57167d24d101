import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { findNewestCheckpoint, findOpenLog, type Log } from '../log/log.ts';
import { withStoredTree } from '../log/stored-tree.ts';
import { proveConsistency } from '../merkle/prove.ts';
import { askWitness, type Asked, type Trouble } from './ask-witness.ts';
import { readPolicy, type WitnessHouse } from './house.ts';
import { lookAtWitness } from './look-at-witness.ts';
import { PolicyProblem, quorumHolds, type Policy, type Witness } from './policy.ts';

// Our newest checkpoint goes to every witness that has not confirmed it yet. The log waits for none of them.

/** After each failure twice as long until the next try, at most ten minutes. */
const [firstPause, longestPause] = [5, 600];

export type Round = { asked: number; confirmed: number; troubles: { witness: string; trouble: Trouble }[] };
type Head = { size: number; note: string };

/** One round, all witnesses at once. Throws PolicyProblem when the policy can't be used. */
export async function askWitnesses(db: Kysely<DB>, house: WitnessHouse): Promise<Round> {
  const round: Round = { asked: 0, confirmed: 0, troubles: [] };
  const [policy, log] = [await readPolicy(house), await findOpenLog(db)];
  const head = log && (await findNewestCheckpoint(db, log.id));
  if (!policy || policy.witnesses.length === 0 || !log || !head || (await isContradicted(db, log))) return round;
  assertAboutUs(policy, log);
  const due = await findDue(db, log, head, policy);
  await Promise.all(
    due.map(async ({ witness, old }) => {
      round.asked++;
      const answer = await askUntilKnown(db, log, head, witness, old, house);
      await keepAnswer(db, log, head, witness, answer);
      if ('cosignature' in answer) round.confirmed++;
      else round.troubles.push({ witness: witness.key.name, trouble: troubleOf(answer) });
    }),
  );
  await noteQuorum(db, log, head, policy);
  return round;
}

/** A policy may name ledgers; then ours has to be one of them. */
function assertAboutUs({ logs }: Policy, { vkey, origin }: Log): void {
  if (logs.length > 0 && !logs.some((one) => one.vkey === vkey))
    throw new PolicyProblem(`It names ledgers, but not ${origin} with its key.`);
}

async function findDue(db: Kysely<DB>, log: Log, head: Head, { witnesses }: Policy): Promise<{ witness: Witness; old: number }[]> {
  const reachable = witnesses.filter(({ url }) => url !== null);
  const { rows } = await sql<{ vkey: string; old: number }>`with asked as (
      insert into ledger_witnesses (log_id, vkey) select ${log.id}, unnest(${reachable.map(({ vkey }) => vkey)}::text[])
      on conflict (log_id, vkey) do update set vkey = excluded.vkey
      returning vkey, size, ask_after)
    select vkey, size as old from asked where size < ${head.size} and ask_after <= clock_timestamp()`.execute(db);
  return rows.flatMap(({ vkey, old }) => reachable.filter((one) => one.vkey === vkey).map((witness) => ({ witness, old })));
}

/** The witness knows better than we what it has confirmed: we may have been restored, or another process asked meanwhile. */
async function askUntilKnown(db: Kysely<DB>, log: Log, head: Head, witness: Witness, old: number, house: WitnessHouse): Promise<Asked> {
  let answer: Asked = { size: BigInt(old) };
  for (let tries = 0; tries < 3 && 'size' in answer && answer.size <= BigInt(head.size); tries++) {
    const from = answer.size;
    const path = await withStoredTree(db, log.id, (tree) => proveConsistency(from, BigInt(head.size), tree));
    answer = await askWitness(witness, { old: from, path, checkpoint: head.note }, house.allowPrivate);
  }
  // More than we have, or something else: only what our own key has signed is taken for true.
  const doubtful = 'size' in answer || ('trouble' in answer && (answer.trouble === 'refused' || answer.trouble === 'differs'));
  if (doubtful) await lookAtWitness(db, log, witness, house.allowPrivate);
  return answer;
}

async function keepAnswer(db: Kysely<DB>, log: Log, head: Head, { vkey, key }: Witness, answer: Asked): Promise<void> {
  if (!('cosignature' in answer)) {
    await sql`update ledger_witnesses set trouble = ${troubleOf(answer)}, failures = failures + 1,
        failing_since = coalesce(failing_since, clock_timestamp()),
        ask_after = clock_timestamp() + make_interval(secs => least(${firstPause} * 2.0 ^ least(failures, 20), ${longestPause}))
      where log_id = ${log.id} and vkey = ${vkey}`.execute(db);
    return;
  }
  await sql`with kept as (
      insert into ledger_cosignatures (log_id, size, vkey, name, cosignature)
      values (${log.id}, ${head.size}, ${vkey}, ${key.name}, ${answer.cosignature}) on conflict do nothing)
    update ledger_witnesses set size = greatest(size, ${head.size}), answered_at = clock_timestamp(),
      failures = 0, trouble = null, failing_since = null, ask_after = clock_timestamp()
    where log_id = ${log.id} and vkey = ${vkey}`.execute(db);
}

async function noteQuorum(db: Kysely<DB>, log: Log, head: Head, policy: Policy): Promise<void> {
  const rows = await db
    .selectFrom('ledger_cosignatures')
    .select('vkey')
    .where('log_id', '=', log.id)
    .where('size', '=', head.size)
    .execute();
  // A rule that asks for nobody would declare every state confirmed.
  if (rows.length === 0 || !quorumHolds(policy, (vkey) => rows.some((row) => row.vkey === vkey))) return;
  await db
    .insertInto('ledger_quorums')
    .values({ log_id: log.id, size: head.size })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function isContradicted(db: Kysely<DB>, log: Log): Promise<boolean> {
  return (await db.selectFrom('ledger_sightings').select('size').where('log_id', '=', log.id).limit(1).executeTakeFirst()) !== undefined;
}

/** A size that led nowhere. */
function troubleOf(answer: Asked): Trouble {
  return 'trouble' in answer ? answer.trouble : 'differs';
}
