import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { openBeside, type Database } from '#foundation/server/database.ts';
import { addCheckpoint } from '#ledger/witness/add-checkpoint.ts';
import { originHash, type WitnessHouse } from '#ledger/witness/house.ts';
import { formatSubmission } from '#ledger/witness/request.ts';
import { openWitnessKey } from '#ledger/witness/witness-key.ts';
import { findWitnessed } from '#ledger/witness/witnessed.ts';
import { findNewestCheckpoint, findOpenLog, type Log } from '#ledger/log/log.ts';
import { withStoredTree } from '#ledger/log/stored-tree.ts';
import { proveConsistency } from '#ledger/merkle/prove.ts';
import { parseCheckpoint } from '#ledger/notes/checkpoint.ts';
import { parseNote } from '#ledger/notes/signed-note.ts';
import { goOn } from '#ledger/log/run-ledger.ts';
import { cloneDatabase } from '../template-database.ts';

// A whole installation beside others in one test: a database, a keys folder, a ledger, and the door of its witness.

export type Neighbour = {
  db: Database;
  /** its name, to make copies of once nobody is connected */
  database: string;
  house: WitnessHouse;
  birth: { keysFolder: string; publicAddress: string };
  /** of its witness */
  address: string;
  vkey: string;
  origin: string;
  witnessVkey: string;
  /** writes lines, places and signs them */
  grow(lines: number): Promise<void>;
  close(): Promise<void>;
};
const made = { lines: 0 };

/** Begins a ledger, or goes on with a copy of another's: `keysFolder`, `database` are that one's. */
export async function moveIn(name: string, { keysFolder, database }: { keysFolder?: string; database?: string } = {}): Promise<Neighbour> {
  const clone = await cloneDatabase(inject('serverUrl'), database ?? inject('template'));
  const db = openBeside(clone.url);
  const folder = keysFolder ?? mkdtempSync(join(tmpdir(), `huiyin-${name}-`));
  const birth = { keysFolder: folder, publicAddress: `https://${name}.example` };
  const house = { keysFolder: folder, policyFile: join(folder, 'policy'), logsFile: join(folder, 'witness-logs'), allowPrivate: true };
  await goOn(db, birth).catch(async (error: unknown) => {
    await db.destroy();
    await clone.drop();
    throw error;
  });
  const door = await openDoor(db, house);
  const log = await findOpenLog(db);
  const key = await openWitnessKey(db, folder, { make: true });
  return {
    db,
    database: new URL(clone.url).pathname.slice(1),
    house,
    birth,
    address: door.address,
    vkey: log?.vkey ?? '',
    origin: log?.origin ?? '',
    witnessVkey: key?.vkey ?? '',
    grow: async (lines) => {
      await writeLines(db, lines);
      await goOn(db, birth);
    },
    close: async () => {
      door.server.close();
      await db.destroy();
      await clone.drop();
      if (!keysFolder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `witness` will confirm what `log` shows it. */
export function bearWitness(witness: Pick<Neighbour, 'house'>, ...logs: Pick<Neighbour, 'vkey'>[]): void {
  writeFileSync(witness.house.logsFile, logs.map(({ vkey }) => `log ${vkey}\n`).join(''));
}

/** `log` asks these for confirmation; all of them have to agree. */
export function askOf(log: Pick<Neighbour, 'house' | 'vkey'>, ...witnesses: Pick<Neighbour, 'witnessVkey' | 'address'>[]): void {
  const lines = witnesses.map(
    ({ witnessVkey, address }, at) => `# operator: Neighbour ${at}\nwitness w${at} ${witnessVkey} ${address}\n\n`,
  );
  const group = `group all all ${witnesses.map((_, at) => `w${at}`).join(' ')}\nquorum all\n`;
  writeFileSync(log.house.policyFile, `# operator: Office\nlog ${log.vkey}\n\n${lines.join('')}${group}`);
}

async function writeLines(db: Database, count: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < count; at++) await appendToLedger({ trx, now: new Date() }, { type: 'test.line', plain: { at: made.lines++ } });
  });
}

async function openDoor(db: Database, house: WitnessHouse): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      void answer(db, house, request.url ?? '', Buffer.concat(pieces).toString()).then(
        ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
        () => response.writeHead(500).end(),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/ledger/witness` };
}

async function answer(db: Database, house: WitnessHouse, url: string, body: string) {
  if (url === '/ledger/witness/add-checkpoint') return addCheckpoint(db, house, body);
  const hash = /^\/ledger\/witness\/([0-9a-f]+)\/checkpoint$/.exec(url)?.[1] ?? '';
  const note = await findWitnessed(db, house.keysFolder, hash);
  return { status: note === null ? 404 : 200, type: 'text/plain', body: note ?? '' };
}

export async function logOf({ db }: Pick<Neighbour, 'db'>): Promise<Log> {
  return (await findOpenLog(db)) ?? expect.fail('there is a log');
}

/** Its newest checkpoint. */
export async function signedBy(one: Neighbour) {
  return (await findNewestCheckpoint(one.db, (await logOf(one)).id)) ?? expect.fail('it is signed');
}

/** How far a witness has confirmed a log, as everybody can ask it. */
export async function sizeKnown(witness: Neighbour, { origin }: Neighbour): Promise<bigint | undefined> {
  const note = await findWitnessed(witness.db, witness.house.keysFolder, originHash(origin));
  return parseCheckpoint(parseNote(note ?? '')?.text ?? '')?.size;
}

/** What `log` would send at this moment to a witness that knows its first `old` lines. */
export async function requestOf(log: Neighbour, old: number): Promise<string> {
  const { size, note } = await signedBy(log);
  const { id } = await logOf(log);
  const path = await withStoredTree(log.db, id, (tree) => proveConsistency(BigInt(old), BigInt(size), tree));
  return formatSubmission({ old: BigInt(old), path, checkpoint: note });
}
