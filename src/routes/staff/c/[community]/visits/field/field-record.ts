// What a telephone holds of a visit until the house has it. Imported by the page only: nothing of the server is in here.

export type FieldStop = { householdId: string; visitId: string | null; address: string; reason: string; twoPeople: boolean };
export type FieldList = {
  slug: string;
  personId: string;
  day: string;
  until: string;
  stops: FieldStop[];
  colleagues: { id: string; name: string }[];
};

/**
 * One record. `key`: the idempotency key of this intent, made here and kept through every try. `fields`: the form as it was
 * filled in. `stuck`: the house said no, in `message`; the text stays until the officer lets it go. `sent`: only the
 * numbers to tell are still held.
 */
export type FieldRecord = {
  key: string;
  visitId: string;
  slug: string;
  personId: string;
  householdId: string;
  address: string;
  writtenAt: string;
  visitedAt: string;
  fields: [string, string][];
  photos: Blob[];
  state: 'waiting' | 'stuck' | 'sent';
  message: string;
  code: string;
  numbers: string[];
};

/** A UUID also where the page isn't served by https, and on telephones of 2020. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The form of a door as a record that waits. */
export function writeRecord(form: HTMLFormElement, stop: FieldStop, list: FieldList, photos: Blob[], now: Date): FieldRecord {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' && name !== 'at' ? [[name, value]] : [],
  );
  const typed = new FormData(form).get('at');
  const visited = typeof typed === 'string' && typed !== '' ? new Date(`${typed}:00+08:00`) : now;
  return {
    key: newKey(),
    visitId: stop.visitId ?? newKey(),
    slug: list.slug,
    personId: list.personId,
    householdId: stop.householdId,
    address: stop.address,
    writtenAt: now.toISOString(),
    visitedAt: (Number.isNaN(visited.getTime()) ? now : visited).toISOString(),
    fields,
    photos,
    state: 'waiting',
    message: '',
    code: '',
    numbers: [],
  };
}

/** What the officer wrote, as text to copy or to print. */
export function textOf(record: FieldRecord, wordOf: (name: string, value: string) => string): string {
  return [record.address, record.visitedAt, ...record.fields.map(([name, value]) => wordOf(name, value))].filter(Boolean).join('\n');
}
