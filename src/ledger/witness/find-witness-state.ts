import { database } from '#foundation/server/database.ts';
import { findOpenLog } from '../log/log.ts';
import { troubles, type Trouble } from './ask-witness.ts';
import { readPolicy, witnessHouse, type WitnessHouse } from './house.ts';
import { formatPolicy, PolicyProblem, type Policy } from './policy.ts';
import { keeperIn, protectionOf, type Protection } from './protection.ts';
import { openWitnessKey } from './witness-key.ts';

/**
 * Who bears witness for our ledger, and for whom we do. `problem`: why the policy can't be used, if so. `own`: run by those
 * who keep the ledger. `seen`: the newest state this witness confirmed. `confirmed`: the newest that enough of them did.
 */
export type WitnessState = {
  problem: string | null;
  protection: Protection;
  confirmed: { size: number; at: Date } | null;
  witnesses: {
    name: string;
    operator: string | null;
    own: boolean;
    seen: { size: number; at: Date } | null;
    failing: { since: Date; trouble: Trouble } | null;
  }[];
  vkey: string | null;
  witnessing: { origin: string; size: number; at: Date }[];
};

export async function findWitnessState(house: WitnessHouse = witnessHouse()): Promise<WitnessState> {
  const db = database();
  const { policy, problem } = await policyIn(house);
  const log = await findOpenLog(db);
  const key = await openWitnessKey(db, house.keysFolder, { make: false });
  const confirmed =
    log &&
    (await db
      .selectFrom('ledger_quorums')
      .select(['size', 'held_at'])
      .where('log_id', '=', log.id)
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst());
  const witnessing = await db.selectFrom('witnessed_logs').select(['origin', 'size', 'cosigned_at']).orderBy('origin').execute();
  return {
    problem,
    protection: log ? protectionOf(policy, log.vkey) : 'none',
    confirmed: confirmed ? { size: confirmed.size, at: confirmed.held_at } : null,
    witnesses: policy && log ? await witnessesOf(log.id, policy, keeperIn(policy, log.vkey)) : [],
    vkey: key?.vkey ?? null,
    witnessing: witnessing.flatMap(({ origin, size, cosigned_at }) => (cosigned_at ? [{ origin, size, at: cosigned_at }] : [])),
  };
}

/** For papers and the checking page: the keys of the witnesses, and the policy as everybody may read it. */
export async function findWitnessKeys(house: WitnessHouse = witnessHouse()): Promise<{ vkeys: string[]; policy: string | null }> {
  const { policy } = await policyIn(house);
  if (!policy || policy.witnesses.length === 0) return { vkeys: [], policy: null };
  return { vkeys: policy.witnesses.map(({ vkey }) => vkey), policy: formatPolicy(policy) };
}

async function policyIn(house: WitnessHouse): Promise<{ policy: Policy | null; problem: string | null }> {
  try {
    return { policy: await readPolicy(house), problem: null };
  } catch (error) {
    if (!(error instanceof PolicyProblem)) throw error;
    return { policy: null, problem: error.message };
  }
}

async function witnessesOf(logId: number, { witnesses }: Policy, keeper: string | null): Promise<WitnessState['witnesses']> {
  const rows = await database().selectFrom('ledger_witnesses').selectAll().where('log_id', '=', logId).execute();
  return witnesses.map(({ vkey, key, operator }) => {
    const row = rows.find((one) => one.vkey === vkey);
    const trouble = troubles.find((one) => one === row?.trouble);
    return {
      name: key.name,
      operator,
      own: operator !== null && operator === keeper,
      seen: row?.answered_at ? { size: row.size, at: row.answered_at } : null,
      failing: row?.failing_since && trouble ? { since: row.failing_since, trouble } : null,
    };
  });
}
