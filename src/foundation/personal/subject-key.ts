/** The key of one person: seals what is kept of them, and salts what the public ledger says of them. */
import type { KeyOwner } from './key-provider.ts';
import { currentSuite, suiteOf } from './suites.ts';

/** Whose key: a row of `people` (communityId 0), or a row of a community's table, such as a reporter. */
export type Subject = KeyOwner;

/** Where a sealed value stands. Moved to another table, column or row, it no longer opens. */
export type Bound = { table: string; column: string; row: string };

/** Seals, but doesn't open: only `readPersonalData` does. Printed or logged, it shows nothing. */
export type SubjectKey = {
  readonly subject: Subject;
  /** Suite and key version (a byte each), then the sealed UTF-8 text; a different result every time. */
  readonly seal: (bound: Bound, text: string) => Buffer;
  /** 32 bytes for this event, the same every time, and unknowable once the key is destroyed. */
  readonly salt: (eventId: string) => Buffer;
};

// Sealed values of one person all name the same version as long as a person's own key is never renewed.
const VERSION = 1;
const bare = new WeakMap<SubjectKey, Buffer>();

/** What can be done with the 32 bytes of a person's key. Stays inside this folder. */
export function subjectKeyOf(subject: Subject, key: Buffer): SubjectKey {
  // Not the sealing key itself: what is published must never be made with the key that guards.
  let saltKey: Buffer | undefined;
  const made: SubjectKey = {
    subject,
    seal(bound, text) {
      const suite = currentSuite;
      const sealed = suite.encrypt(key, boundTo(bound, suite.name, VERSION), Buffer.from(text, 'utf8'));
      return Buffer.concat([Buffer.from([suite.id, VERSION]), sealed]);
    },
    salt: (eventId) => currentSuite.tag((saltKey ??= currentSuite.tag(key, 'huiyin/v1/salt')), eventId),
  };
  bare.set(made, key);
  return made;
}

/** The text behind sealed bytes. Only `open-sealed.ts` may use this. Throws when they don't belong to this key and place. */
export function openWith(key: SubjectKey, bound: Bound, sealed: Buffer): string {
  const bytes = bare.get(key);
  if (!bytes) throw new Error('this key was not made here');
  const suite = suiteOf(sealed[0]);
  return suite.decrypt(bytes, boundTo(bound, suite.name, sealed[1] ?? 0), sealed.subarray(2)).toString('utf8');
}

function boundTo({ table, column, row }: Bound, suite: string, version: number): Buffer {
  return Buffer.from(`${table}|${column}|${row}|${suite}.${version}`);
}
