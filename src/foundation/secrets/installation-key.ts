/** The one secret of an installation, in a file beside (never inside) the database; most other keys grow from it. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createKeyFile, readKeyFile } from './key-file.ts';

const LENGTH = 32;

/** Named 32-byte subkeys. A function, not a record of buffers: printed or logged, it shows nothing. */
export type Keys = { readonly subkey: (name: string) => Buffer };

/**
 * Reads `<folder>/installation.key`, or makes it (32 random bytes in base64, mode 0600, on disk before this
 * returns). Processes that start together end with the same key. Subkeys by HKDF-SHA-256 (RFC 5869).
 * Throws when the file is damaged: a new key would silently void every code already handed out.
 */
export async function openInstallationKey(folder: string): Promise<Keys> {
  const path = join(folder, 'installation.key');
  const key = (await readKey(path)) ?? (await createKey(path));
  const known = new Map<string, Buffer>();
  return {
    subkey(name) {
      const subkey = known.get(name) ?? Buffer.from(hkdfSync('sha256', key, '', `huiyin/v1/${name}`, LENGTH));
      known.set(name, subkey);
      return subkey;
    },
  };
}

async function readKey(path: string): Promise<Buffer | null> {
  const text = await readKeyFile(path);
  if (text === null) return null;
  const key = Buffer.from(text, 'base64');
  if (key.length !== LENGTH || key.toString('base64') !== text) {
    throw new Error(`${path} is damaged: restore it from your backup`);
  }
  return key;
}

async function createKey(path: string): Promise<Buffer> {
  await createKeyFile(path, randomBytes(LENGTH).toString('base64'));
  const key = await readKey(path);
  if (!key) throw new Error(`${path} disappeared while it was being made`);
  return key;
}
