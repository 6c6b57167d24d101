import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'rooms');

/** What the matrix expects: the house's own file, then what each room says of its doors (rooms/visits.expectations.txt). */
export function readTexts(what: 'expectations' | 'fields'): { file: string; text: string }[] {
  const rooms = readdirSync(folder).filter((name) => name.endsWith(`.${what}.txt`));
  const files = [`${what}.txt`, ...rooms.toSorted((a, b) => a.localeCompare(b)).map((name) => join('rooms', name))];
  return files.map((file) => ({ file, text: readFileSync(join(import.meta.dirname, file), 'utf8') }));
}
