import type { Keys } from '#foundation/secrets/index.ts';
import { openFileKeyProvider } from './file-key-provider.ts';
import type { KeyProvider } from './key-provider.ts';

/** What guards personal data while a process runs: the provider of the communities' keys, and the key of the blind index. */
export type PersonalKeys = { readonly provider: KeyProvider; readonly indexKey: Buffer };

export async function openPersonalKeys(folder: string, keys: Keys): Promise<PersonalKeys> {
  const provider = await openFileKeyProvider(folder);
  const indexKey = keys.subkey('phone-index');
  // Out of sight of whatever prints or logs the installation.
  return Object.defineProperty({ provider, indexKey }, 'indexKey', { enumerable: false });
}
