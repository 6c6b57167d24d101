import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { commitmentBytes, leafText, type Content } from '#foundation/commitments/index.ts';
import { hashOfRange, proveConsistency, proveInclusion, type Tree } from '#ledger/merkle/prove.ts';
import { leafBytes } from '#ledger/merkle/hashing.ts';
import { toBase64 } from '#ledger/notes/base64.ts';
import { formatCheckpoint } from '#ledger/notes/checkpoint.ts';
import { formatNote } from '#ledger/notes/signed-note.ts';
import { formatVerifierKey, keyIdOf } from '#ledger/notes/verifier-key.ts';
import { bytesOf } from '#ledger/receipts/offline-proof.ts';
import type { ProvenLine } from '#ledger/receipts/receipt-file.ts';
import type { Growth } from '#ledger/receipts/growth.ts';

// A ledger on paper: for tests of what checks receipts, without a database.

export type PaperLedger = {
  origin: string;
  vkey: string;
  keyId: Uint8Array;
  witness: string;
  prove(index: number, size?: number): ProvenLine;
  grow(first: number): Growth;
};
const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());
/** When the witness saw it. */
const seconds = 0x6a000000;
const salt = new Uint8Array(32).fill(7);

/** `lines` voices of one community; every checkpoint is signed by the ledger and confirmed by one witness. */
export async function paperLedger(lines: number, origin = 'paper.example/ledger/1', words = 'The lamp is dark'): Promise<PaperLedger> {
  const [log, witness] = [await keyOf(origin, 1), await keyOf('witness.example', 4)];
  const contents = Array.from({ length: lines }, (_, at): Content => ({
    event: 'voice.received',
    late: false,
    said: { words: `${words} ${at}` },
  }));
  const entries = contents.map((content, at) => {
    const commit = toBase64(sha256(commitmentBytes('voice.received', salt, content)));
    const number = `2026-${String(at + 1).padStart(6, '0')}`;
    return Uint8Array.from(Buffer.from(leafText({ type: 'voice.received', communityId: 1, number, day: '2026-11-23', commit })));
  });
  const hashes = entries.map((entry) => sha256(leafBytes(entry)));
  const tree: Tree = {
    sha256,
    node: (level, index) => (level === 0 ? (hashes[Number(index)] ?? new Uint8Array()) : hashOfNode(tree, level, index)),
  };
  const checkpointAt = (size: number): string => {
    const text = formatCheckpoint({ origin, size: BigInt(size), root: hashOfRange(0n, BigInt(size), tree) });
    const time = bytesOf(BigInt(seconds), 8);
    const seen = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), witness.secret);
    return formatNote({
      text,
      signatures: [
        { name: origin, keyId: log.keyId, signature: sign(null, Buffer.from(text), log.secret) },
        { name: 'witness.example', keyId: witness.keyId, signature: Uint8Array.of(...time, ...seen) },
      ],
    });
  };
  return {
    origin,
    vkey: log.vkey,
    keyId: log.keyId,
    witness: witness.vkey,
    prove: (index, size = lines) => ({
      index: BigInt(index),
      size: BigInt(size),
      entry: entries[index] ?? new Uint8Array(),
      path: proveInclusion(BigInt(index), BigInt(size), tree),
      checkpoint: checkpointAt(size),
      opening: { content: contents[index] ?? null, salt },
    }),
    grow: (first) => ({
      checkpoint: checkpointAt(lines),
      steps: [{ first: BigInt(first), path: proveConsistency(BigInt(first), BigInt(lines), tree) }],
    }),
  };
}

function hashOfNode(tree: Tree, level: number, index: bigint): Uint8Array {
  const [left, right] = [tree.node(level - 1, index * 2n), tree.node(level - 1, index * 2n + 1n)];
  return tree.sha256(Uint8Array.of(1, ...left, ...right));
}

async function keyOf(name: string, type: number): Promise<{ secret: KeyObject; keyId: Uint8Array; vkey: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  const keyId = await keyIdOf(name, type, key, sha256);
  return { secret: privateKey, keyId, vkey: formatVerifierKey({ name, keyId, type, key }) };
}
