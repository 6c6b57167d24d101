import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { createKeyFile, readKeyFile } from '#foundation/secrets/index.ts';
import { sha256 } from '../merkle/sha256.ts';
import { formatNote } from '../notes/signed-note.ts';
import { formatVerifierKey, keyIdOf, type VerifierKey } from '../notes/verifier-key.ts';

// The key the ledger is signed with: an Ed25519 private key in PEM, readable by its owner alone, never beside the data.

/** Signs, and says under which public key. Printed or logged, it shows nothing secret. */
export type LedgerKey = {
  verifierKey(origin: string): Promise<VerifierKey>;
  vkey(origin: string): Promise<string>;
  /** the text as a signed note */
  note(origin: string, text: string): Promise<string>;
};
const ed25519 = 1;

/** Reads `<folder>/ledger.key`; `make`: makes it when it isn't there. Null without one. Throws when it is damaged. */
export async function openLedgerKey(folder: string, { make }: { make: boolean }): Promise<LedgerKey | null> {
  const pair = await openKeyPair(join(folder, 'ledger.key'), make);
  return pair && ledgerKeyOf(pair);
}

/** `key`: the 32 public bytes. */
export type KeyPair = { privateKey: KeyObject; key: Buffer };

/** An Ed25519 key pair in a file, likewise. */
export async function openKeyPair(path: string, make: boolean): Promise<KeyPair | null> {
  let pem = await readKeyFile(path);
  if (pem === null && make) {
    const { privateKey } = generateKeyPairSync('ed25519');
    await createKeyFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim());
    pem = await readKeyFile(path);
  }
  return pem === null ? null : keyPairOf(pem, path);
}

/** Ed25519 [RFC 8032] on the server. */
export function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

function keyPairOf(pem: string, path: string): KeyPair {
  let privateKey;
  try {
    privateKey = createPrivateKey(pem);
  } catch {
    throw new Error(`${path} is damaged: restore it from your backup`);
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${path} is not an Ed25519 key: restore it from your backup`);
  return { privateKey, key: Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url') };
}

function ledgerKeyOf({ privateKey, key }: KeyPair): LedgerKey {
  const verifierKey = async (name: string) => ({ name, type: ed25519, key, keyId: await keyIdOf(name, ed25519, key, sha256) });
  return {
    verifierKey,
    vkey: async (origin) => formatVerifierKey(await verifierKey(origin)),
    note: async (origin, text) => {
      const { keyId } = await verifierKey(origin);
      return formatNote({ text, signatures: [{ name: origin, keyId, signature: sign(null, Buffer.from(text), privateKey) }] });
    },
  };
}
