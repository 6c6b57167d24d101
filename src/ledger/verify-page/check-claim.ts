/** Does the arithmetic for one line: what it says, what it seals, that it stands in the ledger, and who signed that. */
import { commitmentBytes } from '#foundation/commitments/index.ts';
import {
  type Checkpoint,
  formatCheckpoint,
  formatNote,
  fromBase64,
  hashLeaf,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  rootOfInclusion,
  type VerifierKey,
  verifyInclusion,
  verifyNote,
} from '../verifier.ts';
import type { OfflineProof } from '../receipts/offline-proof.ts';
import { readLine, type Line, type Proof } from '../receipts/proof.ts';
import type { Opening } from '../receipts/receipt-file.ts';
import { parsePolicy, quorumHolds, type Policy } from '../witness/policy.ts';
import { sha256, verifyEd25519 } from './crypto.ts';
import { cosigned, type Seen, type Witnesses } from './cosigned.ts';

export type Outcome = 'good' | 'bad' | 'open';
/** `open`: nothing stands against it, but it wasn't or couldn't be shown. */
export type Checked = {
  line: Line | null;
  index: bigint;
  leafHash: Uint8Array;
  checkpoint: Checkpoint | null;
  /** `none`: the paper carries no words to compare */
  words: Outcome | 'none';
  included: Outcome;
  signed: Outcome;
  witnesses: Seen[];
  /** whether as many have confirmed as the page's policy asks for; `none`: it asks for nobody */
  quorum: 'met' | 'missed' | 'none';
};
/** Whom the page believes. `pinned` false: the key is only the paper's own. */
export type Trust = { key: VerifierKey; pinned: boolean; origin: string; witnesses: Witnesses };

/** A line with its whole checkpoint, from a file. */
export async function checkLine(proof: Proof & { opening: Opening | null }, trust: Trust): Promise<Checked> {
  const leafHash = await hashLeaf(proof.entry, sha256);
  const line = readLine(proof.entry);
  const checkpoint = parseCheckpoint(parseNote(proof.checkpoint)?.text ?? '');
  const included = checkpoint !== null && (await verifyInclusion({ ...proof, leafHash, root: checkpoint.root }, sha256));
  const note = await verifyNote(proof.checkpoint, trust.key, verifyEd25519);
  const signed = note !== null && checkpoint?.origin === trust.origin;
  return {
    line,
    index: proof.index,
    leafHash,
    checkpoint: included && signed ? checkpoint : null,
    words: proof.opening ? opened(line, proof.opening) : 'none',
    included: included ? 'good' : 'bad',
    signed: signed ? believed(trust) : 'bad',
    ...witnessed(note ? await cosigned(note, trust.witnesses) : [], trust),
  };
}

/** A line from a QR code, which leaves out what can be reckoned: the root, and with it the text that was signed. */
export async function checkOffline(proof: OfflineProof, trust: Trust): Promise<Checked> {
  const leafHash = await hashLeaf(proof.entry, sha256);
  const root = await rootOfInclusion({ ...proof, leafHash }, sha256);
  const checkpoint = root && { origin: trust.origin, size: proof.size, root };
  const text = checkpoint ? formatCheckpoint(checkpoint) : '';
  const note = formatNote({ text, signatures: [{ name: trust.key.name, keyId: proof.keyId, signature: proof.signature }] });
  const found = checkpoint ? await verifyNote(note, trust.key, verifyEd25519) : null;
  const blobs = proof.cosignatures.map((one) => ({ name: '', keyId: one.keyId, time: one.time, signature: one.signature }));
  return {
    line: readLine(proof.entry),
    index: proof.index,
    leafHash,
    checkpoint: found ? checkpoint : null,
    words: 'none',
    included: found ? 'good' : 'bad',
    signed: found ? believed(trust) : 'bad',
    ...witnessed(found ? await cosigned({ text, signatures: [] }, trust.witnesses, blobs) : [], trust),
  };
}

/** Whom to believe: the key the page was given, else the paper's own, which is then only "open". */
export async function trustOf(pinned: Pinned | null, own: { vkey: string | null; witnesses: string[] }): Promise<Trust | null> {
  const key = await parseVerifierKey(pinned?.vkey ?? own.vkey ?? '', sha256);
  if (!key) return null;
  const policy = pinned?.policy ? await parsePolicy(pinned.policy, sha256).catch(() => null) : null;
  const witnesses = { vkeys: pinned?.witnesses ?? own.witnesses, policy, ledger: pinned?.vkey ?? '' };
  return { key, pinned: pinned !== null, origin: pinned?.origin ?? key.name, witnesses };
}

/** A checkpoint of the pinned ledger, if its key has signed it. */
export async function signedCheckpoint(note: string, pinned: Pinned | null): Promise<Checkpoint | null> {
  const trust = await trustOf(pinned, { vkey: null, witnesses: [] });
  const signed = trust && (await verifyNote(note, trust.key, verifyEd25519));
  const checkpoint = signed && parseCheckpoint(signed.text);
  return checkpoint?.origin === trust?.origin ? checkpoint : null;
}
/** `policy`: who the witnesses are and how many must agree (c2sp.org/tlog-policy). */
export type Pinned = { origin: string; vkey: string; witnesses: string[]; policy?: string | null };

function witnessed(witnesses: Seen[], { witnesses: { policy } }: Trust): Pick<Checked, 'witnesses' | 'quorum'> {
  return { witnesses, quorum: quorumIn(policy, witnesses) };
}

function quorumIn(policy: Policy | null, witnesses: Seen[]): Checked['quorum'] {
  if (!policy || policy.quorum === 'none') return 'none';
  return quorumHolds(policy, (vkey) => witnesses.some((one) => one.vkey === vkey && one.outcome === 'good')) ? 'met' : 'missed';
}

function believed({ pinned }: Trust): Outcome {
  return pinned ? 'good' : 'open';
}

function opened(line: Line | null, { content, salt }: Opening): Outcome {
  const commit = line && fromBase64(line.commit);
  if (!line || !commit) return 'bad';
  const hash = sha256(commitmentBytes(line.type, salt, content));
  return hash.length === commit.length && hash.every((byte, at) => byte === commit[at]) ? 'good' : 'bad';
}
