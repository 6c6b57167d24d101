/** The keys of communities, grown from `personal.key` in the keys folder: one line per generation, the newest last. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createKeyFile, readKeyFile, replaceKeyFile } from '#foundation/secrets/index.ts';
import type { KeyOwner, KeyProvider } from './key-provider.ts';
import { currentSuite, suiteOf, type SuiteName } from './suites.ts';

const LENGTH = 32;

/** How soon (ms) a process takes up a generation that another one made. */
const lookAgain = 10_000;

/** Opens `<folder>/personal.key`, or makes it with its first generation. Throws when it is damaged. */
export async function openFileKeyProvider(folder: string): Promise<KeyProvider> {
  const path = join(folder, 'personal.key');
  let masters = await readMasters(path);
  if (masters.length === 0) {
    await createKeyFile(path, line(1));
    masters = await readMasters(path);
  }
  const known = new Map<string, Buffer>();
  let readAt = Date.now();

  async function keyOf({ communityId }: KeyOwner, generation: number, suite: SuiteName): Promise<Buffer> {
    // Another process has renewed the keys since this one read them.
    if (generation > masters.length) masters = await readMasters(path);
    const master = masters[generation - 1];
    if (!master) throw new Error(`${path} lacks generation ${generation}: restore the keys folder from your backup`);
    const name = `${suite}/${communityId}/${generation}`;
    const key = known.get(name) ?? suiteOf(suite).derive(master, `personal/${name}`);
    known.set(name, key);
    return key;
  }

  return {
    async generation() {
      if (Date.now() - readAt > lookAgain) {
        readAt = Date.now();
        masters = await readMasters(path);
      }
      return masters.length;
    },
    async wrap(owner, generation, key) {
      const suite = currentSuite.name;
      const bytes = currentSuite.encrypt(await keyOf(owner, generation, suite), boundTo(owner, suite, generation), key);
      return { suite, generation, bytes };
    },
    async unwrap(owner, { suite, generation, bytes }) {
      return suiteOf(suite).decrypt(await keyOf(owner, generation, suite), boundTo(owner, suite, generation), bytes);
    },
    async renew() {
      masters = await readMasters(path);
      const text = masters.map((master, at) => line(at + 1, master)).join('\n');
      await replaceKeyFile(path, `${text}\n${line(masters.length + 1)}`);
      masters = await readMasters(path);
      return masters.length;
    },
  };
}

function line(generation: number, master: Buffer = randomBytes(LENGTH)): string {
  return `${generation} ${master.toString('base64')}`;
}

async function readMasters(path: string): Promise<Buffer[]> {
  const text = await readKeyFile(path);
  if (text === null) return [];
  return text.split('\n').map((written, at) => {
    const master = Buffer.from(written.split(' ')[1] ?? '', 'base64');
    if (master.length !== LENGTH || line(at + 1, master) !== written) {
      throw new Error(`${path} is damaged: restore it from your backup`);
    }
    return master;
  });
}

function boundTo({ communityId, id }: KeyOwner, suite: SuiteName, generation: number): Buffer {
  return Buffer.from(`subject_keys|wrapped|${communityId}/${id}|${suite}.${generation}`);
}
