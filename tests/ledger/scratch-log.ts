import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { database } from '#foundation/server/database.ts';
import { openLog } from '#ledger/log/open-log.ts';

/** A keys folder of its own and a name for the log. */
export function newBirth(): { keysFolder: string; publicAddress: string } {
  return { keysFolder: mkdtempSync(join(tmpdir(), 'huiyin-keys-')), publicAddress: 'https://voices.example.org' };
}

/** Queues lines in one transaction each batch; answers with their ids. */
export async function queueLines(count: number, from = 0): Promise<string[]> {
  return database()
    .transaction()
    .execute(async (trx) => {
      const ids: string[] = [];
      for (let at = from; at < from + count; at++) {
        ids.push(await appendToLedger({ trx, now: new Date('2026-11-23T04:00:00Z') }, { type: 'test.line', plain: { at } }));
      }
      return ids;
    });
}

/** A checkpoint under the log's own key that no database holds, as the last-signed file would keep it. */
export async function signedElsewhere(birth: { keysFolder: string; publicAddress: string }, origin: string, size: number): Promise<string> {
  const { key } = await openLog(database(), birth);
  return key.note(origin, `${origin}\n${size}\n${Buffer.alloc(32, 1).toString('base64')}\n`);
}
