import { createHash, createPublicKey, verify } from 'node:crypto';
import { ask } from './ask.ts';
import type { Entry } from './diary.ts';
import { pause } from './installation.ts';

// The public ledger, read as a stranger would (C2SP tlog-checkpoint and tlog-tiles, RFC 6962 hashes), with code that shares nothing with Huiyin's own.

export type Checkpoint = { size: number; root: string; note: string };
type Town = { origin: string; people: { communityId: number } };

/** Checkpoints that somebody outside has seen, and the key pinned at first sight. */
export type Watcher = { vkey: string; seen: Map<number, Checkpoint>; breaches: string[] };

export async function startWatching(origin: string): Promise<Watcher | null> {
  const vkey = await read(origin, '/ledger/vkey');
  return vkey === null ? null : { vkey: vkey.trim(), seen: new Map(), breaches: [] };
}

/** Takes in the checkpoint of this moment; silent while the town is away. */
export async function look(watcher: Watcher, origin: string): Promise<void> {
  const note = await read(origin, '/ledger/checkpoint');
  if (note === null) return;
  const checkpoint = readCheckpoint(note, watcher.vkey);
  if (!checkpoint) return void watcher.breaches.push('I7: a checkpoint without our signature');
  const known = watcher.seen.get(checkpoint.size);
  if (known && known.root !== checkpoint.root) watcher.breaches.push(`I7: two roots for ${checkpoint.size} leaves`);
  watcher.seen.set(checkpoint.size, checkpoint);
}

/**
 * I7: every voice that was acknowledged has its leaf, and every checkpoint ever seen is the root of the entries served
 * now. Returns the number of leaves; null when there is nobody who watches (`watcher` is null), or no ledger.
 */
export async function judgeLedger(entries: Entry[], town: Town, breaches: string[], watcher?: Watcher | null): Promise<number | null> {
  const eyes = watcher === undefined ? await startWatching(town.origin) : watcher;
  if (!eyes) return null;
  const wanted = entries.flatMap(({ intent, outcome }) =>
    intent.wanted.what === 'voice' && outcome.came === 'ack' && outcome.number ? [outcome.number] : [],
  );
  // What was acknowledged a moment ago is covered by the next checkpoint.
  for (let tries = 0; tries < 40; tries++) {
    await look(eyes, town.origin);
    const size = Math.max(0, ...eyes.seen.keys());
    const leaves = await readEntries(town.origin, size);
    const received = receivedIn(leaves, town.people.communityId);
    const missing = wanted.filter((number) => received.get(number) !== 1);
    if (missing.length > 0 && tries < 39) {
      await pause(500);
      continue;
    }
    for (const number of missing) breaches.push(`I7: ${number} has ${received.get(number) ?? 0} leaves`);
    breaches.push(...eyes.breaches.splice(0), ...otherRoots(leaves, eyes));
    return leaves.length;
  }
  return null;
}

/** How often each number of the community was logged as received. */
function receivedIn(leaves: Buffer[], communityId: number): Map<string, number> {
  const received = new Map<string, number>();
  for (const leaf of leaves) {
    const { t, c, n }: { t?: string; c?: string; n?: string } = JSON.parse(leaf.toString());
    if (t === 'voice.received' && c === String(communityId) && n) received.set(n, (received.get(n) ?? 0) + 1);
  }
  return received;
}

/** The roots that come out of the entries, at every size a checkpoint was seen for. */
function otherRoots(leaves: Buffer[], { seen }: Watcher): string[] {
  const breaches: string[] = [];
  const stack: { size: number; hash: Buffer }[] = [];
  for (const [at, leaf] of leaves.entries()) {
    stack.push({ size: 1, hash: sha256(Buffer.from([0]), leaf) });
    for (let [left, right] = stack.slice(-2); left && right && left.size === right.size; [left, right] = stack.slice(-2)) {
      stack.splice(-2, 2, { size: left.size * 2, hash: sha256(Buffer.from([1]), left.hash, right.hash) });
    }
    const checkpoint = seen.get(at + 1);
    if (checkpoint && checkpoint.root !== rootOf(stack)) breaches.push(`I7: the entries give another root at ${at + 1}`);
  }
  for (const size of seen.keys())
    if (size > leaves.length) breaches.push(`I7: a checkpoint of ${size} leaves, ${leaves.length} are served`);
  return breaches;
}

function rootOf(stack: { hash: Buffer }[]): string {
  const [last, ...before] = stack.toReversed();
  return before.reduce((right, left) => sha256(Buffer.from([1]), left.hash, right), last?.hash ?? sha256()).toString('base64');
}

async function readEntries(origin: string, size: number): Promise<Buffer[]> {
  const leaves: Buffer[] = [];
  for (let tile = 0; tile * 256 < size; tile++) {
    const width = Math.min(256, size - tile * 256);
    const bundle = await readBytes(origin, `/ledger/tile/entries/${nameOf(tile)}${width < 256 ? `.p/${width}` : ''}`);
    for (let at = 0, left = width; left > 0 && at + 2 <= (bundle?.length ?? 0); left--) {
      const length = bundle?.readUInt16BE(at) ?? 0;
      leaves.push(bundle?.subarray(at + 2, at + 2 + length) ?? Buffer.alloc(0));
      at += 2 + length;
    }
  }
  return leaves;
}

/** 1234067 is x001/x234/067. */
function nameOf(tile: number): string {
  const digits = String(tile).padStart(Math.ceil(String(tile).length / 3) * 3, '0');
  return digits.replaceAll(/(\d{3})(?=\d)/g, 'x$1/');
}

function readCheckpoint(note: string, vkey: string): Checkpoint | null {
  const [text = '', signatures = ''] = note.split('\n\n');
  const [, size = '', root = ''] = text.split('\n');
  const [name = '', id = '', key = ''] = splitKey(vkey);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'base64').subarray(1)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signed = signatures.split('\n').some((line) => {
    if (!line.startsWith(`\u2014 ${name} `)) return false;
    const bytes = Buffer.from(line.slice(name.length + 3), 'base64');
    return bytes.subarray(0, 4).toString('hex') === id && verify(null, Buffer.from(`${text}\n`), publicKey, bytes.subarray(4));
  });
  return signed ? { size: Number(size), root, note } : null;
}

function splitKey(vkey: string): string[] {
  const [name = '', id = '', ...key] = vkey.split('+');
  return [name, id, key.join('+')];
}

async function read(origin: string, path: string): Promise<string | null> {
  const heard = await ask(origin, { method: 'GET', path, headers: {}, body: '' });
  return heard?.status === 200 ? heard.text : null;
}

async function readBytes(origin: string, path: string): Promise<Buffer | null> {
  const response = await fetch(origin + path).catch(() => null);
  return response?.status === 200 ? Buffer.from(await response.arrayBuffer()) : null;
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
