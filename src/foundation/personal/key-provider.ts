import type { SuiteName } from './suites.ts';

/** A key of a person as it stands in the database: `bytes` opens only with the community's key of this generation. */
export type WrappedKey = { suite: SuiteName; generation: number; bytes: Buffer };

/** For whom a key is wrapped; a wrapped key moved to another row doesn't open. */
export type KeyOwner = { communityId: number; id: string };

/**
 * Where the keys of communities live. They wrap the keys of persons and never leave the provider: the default keeps them
 * in a file; a KMS or a hardware module would be another implementation of these three. `communityId` 0: `people`.
 */
export type KeyProvider = {
  /** the newest generation; new keys are wrapped with it */
  generation(): Promise<number>;
  wrap(owner: KeyOwner, generation: number, key: Buffer): Promise<WrappedKey>;
  /** Throws when this provider never wrapped these bytes for this owner. */
  unwrap(owner: KeyOwner, wrapped: WrappedKey): Promise<Buffer>;
  /** Makes a new generation, safely kept before this returns, and returns its number. */
  renew(): Promise<number>;
};
