/** The one secret of an installation, in a file beside (never inside) the database; all other keys grow from it. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

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
  const key = (await readKey(path)) ?? (await createKey(folder, path));
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
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
  const key = Buffer.from(text, 'base64');
  if (key.length !== LENGTH || key.toString('base64') !== text) {
    throw new Error(`${path} is damaged: restore it from your backup`);
  }
  // A copy restored from a backup is often readable by everybody on the machine.
  if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
  return key;
}

async function createKey(folder: string, path: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.installation.key.${randomBytes(8).toString('hex')}`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(LENGTH).toString('base64')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // A link, unlike a rename, never replaces the key another process made a moment ago.
    await link(draft, path).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await unlink(draft).catch(() => undefined);
  }
  await syncFolder(folder);
  const key = await readKey(path);
  if (!key) throw new Error(`${path} disappeared while it was being made`);
  return key;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system keeps names in a journal of its own.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
