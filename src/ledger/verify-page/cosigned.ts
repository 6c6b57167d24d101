/** Who else has seen this state of the ledger, and who they are: as far as the policy of the page names them. */
import { cosignedBytes, cosignerType, splitCosigned } from '../notes/cosignature.ts';
import type { Note } from '../notes/signed-note.ts';
import { parseVerifierKey, type VerifierKey } from '../notes/verifier-key.ts';
import type { Policy } from '../witness/policy.ts';
import { keeperIn } from '../witness/protection.ts';
import { sha256, verifyEd25519 } from './crypto.ts';

/** `name` empty: from a QR code, where only the key id says whose it is. */
type Blob = { name: string; keyId: Uint8Array; time: bigint; signature: Uint8Array };
/** `operator`: who runs it; `own`: those who keep the ledger themselves do. */
export type Seen = { vkey: string; name: string; outcome: 'good' | 'bad'; time: bigint; operator: string | null; own: boolean };
/** Whom the page or the paper names, and what the policy says of them. */
export type Witnesses = { vkeys: readonly string[]; policy: Policy | null; ledger: string };

/** Every signature of a witness on the list, and whether it holds. Those nobody on the list made are passed over. */
export async function cosigned(note: Note, { vkeys, policy, ledger }: Witnesses, more: readonly Blob[] = []): Promise<Seen[]> {
  const known = await Promise.all(vkeys.map(async (vkey) => ({ vkey, key: await parseVerifierKey(vkey, sha256, cosignerType) })));
  const keeper = policy && keeperIn(policy, ledger);
  const found = await Promise.all(
    [...note.signatures.flatMap(blobOf), ...more].map(async (blob): Promise<Seen[]> => {
      const witness = known.find(({ key }) => key && isBy(key, blob));
      if (!witness?.key) return [];
      const holds = await verifyEd25519(witness.key.key, cosignedBytes(blob.time, note.text), blob.signature);
      const operator = policy?.witnesses.find(({ vkey }) => vkey === witness.vkey)?.operator ?? null;
      const own = operator !== null && operator === keeper;
      return [{ vkey: witness.vkey, name: witness.key.name, outcome: holds ? 'good' : 'bad', time: blob.time, operator, own }];
    }),
  );
  return found.flat();
}

function isBy(key: VerifierKey, { name, keyId }: Blob): boolean {
  return (name === '' || name === key.name) && keyId.every((byte, at) => byte === key.keyId[at]);
}

function blobOf({ name, keyId, signature: bytes }: Note['signatures'][number]): Blob[] {
  const split = splitCosigned(bytes);
  return split ? [{ name, keyId, ...split }] : [];
}
