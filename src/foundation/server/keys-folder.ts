import { accessSync, constants, mkdirSync } from 'node:fs';
import { rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openPersonalKeys, type PersonalKeys } from '#foundation/personal/personal-keys.ts';
import { createKeyFile, openInstallationKey, readKeyFile, syncFolder, type Keys } from '#foundation/secrets/index.ts';
import { SettingsError, type Settings } from '#foundation/settings.ts';

// Everything secret lies apart from the data, so that whoever copies the one doesn't get the other.

export type OpenKeys = { keys: Keys; personal: PersonalKeys };

/** Opens the keys folder (mode 0700), making what isn't there yet. A key that lay among the data is moved here first. */
export async function openKeysFolder(settings: Pick<Settings, 'HUIYIN_DATA' | 'HUIYIN_KEYS'>): Promise<OpenKeys> {
  const folder = settings.HUIYIN_KEYS;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new SettingsError(`The keys folder ${folder} can't be written: give this user the right to write there, or set HUIYIN_KEYS.`);
  }
  await moveKey(join(settings.HUIYIN_DATA, 'keys', 'installation.key'), join(folder, 'installation.key'));
  const keys = await openInstallationKey(folder);
  return { keys, personal: await openPersonalKeys(folder, keys) };
}

/** Copied, safe on its disk and read again before the old file goes: the two folders may lie on different disks. */
async function moveKey(from: string, to: string): Promise<void> {
  const old = await readKeyFile(from);
  if (old === null) return;
  await createKeyFile(to, old);
  if ((await readKeyFile(to)) !== old)
    throw new SettingsError(`${from} and ${to} are different keys: remove the one that doesn't belong to this installation.`);
  await unlink(from).catch(() => undefined);
  await rmdir(dirname(from)).catch(() => undefined);
  await syncFolder(dirname(dirname(from)));
}
