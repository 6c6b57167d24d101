import type { FieldList, FieldRecord } from './field-record.ts';

// The device's own store (IndexedDB): today's doors, and the records the house doesn't have yet. Signing out wipes
// everything here, by the header Clear-Site-Data; the end of the day wipes the doors.

const name = 'huiyin-visits';

/** Everything on this device, oldest first. */
export function readRecords(): Promise<FieldRecord[]> {
  return run<FieldRecord[]>('records', 'readonly', (store) => store.index('writtenAt').getAll());
}

/** Resolves once it is on the disk of the telephone, not before. */
export async function keepRecord(record: FieldRecord): Promise<void> {
  await run('records', 'readwrite', (store) => store.put(record));
}

export async function dropRecord(key: string): Promise<void> {
  await run('records', 'readwrite', (store) => store.delete(key));
}

/** The doors of today for this community; those of another day are wiped on sight. */
export async function readList(slug: string, now: Date): Promise<FieldList | null> {
  const list = await run<FieldList | undefined>('lists', 'readonly', (store) => store.get(slug));
  if (!list) return null;
  if (new Date(list.until) > now) return list;
  await wipeList(slug);
  return null;
}

export async function keepList(list: FieldList): Promise<void> {
  await run('lists', 'readwrite', (store) => store.put(list));
}

export async function wipeList(slug: string): Promise<void> {
  await run('lists', 'readwrite', (store) => store.delete(slug));
}

/** How many records on this device the house doesn't have; 0 where there never was a store. */
export async function countUnsent(): Promise<number> {
  if (typeof indexedDB === 'undefined' || (indexedDB.databases && !(await indexedDB.databases()).some((one) => one.name === name)))
    return 0;
  return (await readRecords()).filter(({ state }) => state !== 'sent').length;
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('records', { keyPath: 'key' }).createIndex('writtenAt', 'writtenAt');
      request.result.createObjectStore('lists', { keyPath: 'slug' });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no store')));
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function run<T>(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T>;
async function run(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const db = await open();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not kept')));
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('not kept')));
  });
}
