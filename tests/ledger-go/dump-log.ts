import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newBirth, queueLines } from '#tests/ledger/scratch-log.ts';
import { cloneDatabase, makeTemplate, testServer } from '#tests/template-database.ts';
import { connect, disconnect, database } from '#foundation/server/database.ts';
import { findCheckpoint, findConsistency, findLedgerState, findProof, findTile, goOn } from '#ledger/index.ts';
import { tilePath, widthIn } from '#ledger/verifier.ts';

// node tests/ledger-go/dump-log.ts FOLDER: makes a log in a scratch database and writes its files as they would be served.

const folder = process.argv[2] ?? '';
const server = await testServer();
const clone = await cloneDatabase(server.url, await makeTemplate(server.url));
try {
  connect(clone.url, 4);
  await dump();
} finally {
  await disconnect();
  await clone.drop();
  await server.stop();
}

async function dump(): Promise<void> {
  const birth = newBirth();
  const ids = await queueLines(617);
  await goOn(database(), birth);
  const older = await findLedgerState();
  write('checkpoint.older', (await findCheckpoint()) ?? '');
  ids.push(...(await queueLines(1383, 617)));
  await goOn(database(), birth);
  const state = await findLedgerState();
  if (!state || !older) throw new Error('there is no log');
  write('checkpoint', (await findCheckpoint()) ?? '');
  write('vkey', state.vkey);
  const size = BigInt(state.size);
  for (const level of [null, 0, 1, 2]) {
    for (let index = 0n, width = widthIn(size, level ?? 0, index); width > 0; index++, width = widthIn(size, level ?? 0, index)) {
      const path = tilePath({ level, index, width });
      write(`tile/${path}`, (await findTile(path)) ?? '');
    }
  }
  const asked = [0, 1, 255, 256, 616, 617, 999, 1023, 1792, state.size - 1];
  const proofs = await Promise.all(asked.map(async (at) => findProof(ids[at] ?? '')));
  const growth = await findConsistency(state.origin, older.size);
  write(
    'proofs.json',
    JSON.stringify({
      inclusion: proofs.map((proof) => ({ index: proof?.index, entry: proof?.entry.toString('base64'), path: proof?.path.map(base64) })),
      consistency: growth?.path.map(base64),
    }),
  );
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64');
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
