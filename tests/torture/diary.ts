import { closeSync, fdatasync, openSync, readFileSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Asked, Heard } from './ask.ts';

// What the checker knows, kept where no fault reaches: before a request leaves, its intent is on the disk; after the reply, what came of it.

/** What the request was to bring about. `about` is the number of an existing voice; `event` what its history then shows. */
export type Wanted =
  | { what: 'voice'; words: string; by: 'program' | 'form' | 'desk' }
  | { what: 'deed'; about: string; event: string; words?: string }
  | { what: 'contact'; about: string };
export type Intent = { id: string; wanted: Wanted; asked: Asked; hash: string };
/** `ack`: it was said to be done. `refused`: it was said not to be done. `unknown`: nothing, or an accident, was said. */
export type Outcome = { id: string; came: 'ack' | 'refused' | 'unknown'; status: number; number: string | null; code: string | null };
export type Entry = { intent: Intent; first: Outcome['came']; outcome: Outcome };
export type Diary = { intend(intent: Intent): Promise<void>; settle(outcome: Outcome): Promise<void>; close(): Promise<void> };

const flush = promisify(fdatasync);

/** Opens the file for appending. Entries that are due together share one flush. */
export function openDiary(file: string): Diary {
  const handle = openSync(file, 'a');
  let waiting: { line: string; done: () => void; failed: (error: unknown) => void }[] = [];
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        writeSync(handle, batch.map(({ line }) => line).join(''));
        await flush(handle);
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = null;
  };
  const append = (entry: { intent: Intent } | { outcome: Outcome }) =>
    new Promise<void>((done, failed) => {
      waiting.push({ line: `${JSON.stringify(entry)}\n`, done, failed });
      writing ??= write();
    });
  return {
    intend: (intent) => append({ intent }),
    settle: (outcome) => append({ outcome }),
    close: async () => {
      await writing;
      closeSync(handle);
    },
  };
}

/** Every intent with its first and its last outcome; one without any is unknown. A torn last line is no entry. */
export function readDiary(file: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const { intent, outcome } = parsed(line);
    if (intent) entries.set(intent.id, { intent, first: 'unknown', outcome: unknown(intent.id) });
    const entry = outcome && entries.get(outcome.id);
    if (!entry) continue;
    if (entry.outcome.status === -1) entry.first = outcome.came;
    entry.outcome = outcome;
  }
  return [...entries.values()];
}

/** What an answer means: 2xx, or a redirect to the voice, is a promise; 4xx a refusal; anything else leaves it open. */
export function outcomeOf(id: string, heard: Heard | null): Outcome {
  if (!heard) return { ...unknown(id), status: 0 };
  const { status, to, text } = heard;
  const number = /\b\d{4}-\d{6}\b/.exec(to ?? text)?.[0] ?? null;
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? null;
  const kept = status === 201 || status === 200 || (status === 303 && number !== null);
  const open = status >= 500 || status === 408 || status === 425 || status === 429;
  return { id, came: kept ? 'ack' : open ? 'unknown' : 'refused', status, number, code: status < 300 ? code : null };
}

function unknown(id: string): Outcome {
  return { id, came: 'unknown', status: -1, number: null, code: null };
}

function parsed(line: string): { intent?: Intent; outcome?: Outcome } {
  try {
    const entry: { intent?: Intent; outcome?: Outcome } = JSON.parse(line);
    return entry;
  } catch {
    return {};
  }
}
