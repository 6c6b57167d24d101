import type { FieldRecord } from './field-record.ts';

/** What came of a try: the house has it; it says no; one has to sign in; there is no way through just now. */
export type Sent =
  | { state: 'sent'; numbers: string[] }
  | { state: 'stuck'; message: string; code: string }
  | { state: 'sign-in' }
  | { state: 'waiting' };

/** Sends a record with its key. However often, the house writes it down once. */
export async function sendRecord(record: FieldRecord, address: string): Promise<Sent> {
  const form = new FormData();
  form.append('key', record.key);
  form.append('visitId', record.visitId);
  form.append('householdId', record.householdId);
  form.append('at', record.visitedAt);
  for (const [name, value] of record.fields) form.append(name, value);
  record.photos.forEach((photo, at) => form.append('photos', photo, `photo-${at + 1}.jpg`));
  const answer = await fetch(address, { method: 'POST', body: form, redirect: 'manual', credentials: 'same-origin' }).catch(() => null);
  if (!answer) return { state: 'waiting' };
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 303) return { state: 'sign-in' };
  // Somebody else's turn, or the house is down: later.
  if (answer.status === 429 || answer.status >= 500) return { state: 'waiting' };
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return { state: 'sent', numbers: listIn(said) };
  return { state: 'stuck', message: wordIn(said, 'message'), code: wordIn(said, 'code') };
}

function listIn(said: unknown): string[] {
  const numbers = typeof said === 'object' && said !== null && 'numbers' in said ? said.numbers : [];
  return Array.isArray(numbers) ? numbers.map(String) : [];
}

function wordIn(said: unknown, name: 'message' | 'code'): string {
  if (typeof said !== 'object' || said === null || !(name in said)) return '';
  const word: unknown = Reflect.get(said, name);
  return typeof word === 'string' ? word : '';
}
