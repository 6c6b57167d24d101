import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createKeyFile, readKeyFile } from '#foundation/secrets/key-file.ts';
import { SettingsError } from '#foundation/settings.ts';

/** `identity` opens back-ups, `recipient` closes them. */
export type BackupKey = { identity: string; recipient: string };

/**
 * Reads `<keys folder>/backup.key`, or makes it: an age identity file (age-encryption.org/v1, X25519), so that the
 * ordinary `age` program opens a back-up too. Throws when the file holds something else.
 */
export async function openBackupKey(folder: string): Promise<BackupKey> {
  const path = join(folder, 'backup.key');
  if ((await readKeyFile(path)) === null) {
    const identity = await generateX25519Identity();
    await createKeyFile(path, `# opens Huiyin's back-ups; public key: ${await identityToRecipient(identity)}\n${identity}`);
  }
  const text = (await readKeyFile(path)) ?? '';
  const identity = text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (!identity) throw new SettingsError(`${path} is damaged: put back the copy you keep apart.`);
  return { identity: identity.trim(), recipient: await identityToRecipient(identity.trim()) };
}
