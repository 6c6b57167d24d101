import type { About, Column } from './columns.ts';
import type { Row } from './read-expectations.ts';
import { contact } from './voices.ts';

// Whose words are in an answer, and whether this visitor may read them.

const readingDoors = [
  'GET /c/[community]/voices/[number]',
  'GET /staff/c/[community]/voices/[number]',
  'GET /staff/c/[community]/voices/[number]/receipt',
];

/** Where the contact of the one who spoke is shown: to those who asked what for, and in a copy of one's own data. */
const contactDoors = [
  'POST /staff/c/[community]/voices/[number]?/contact',
  'POST /staff/c/[community]/data-requests/[request]?/copy',
  // Of a missed call, to whoever calls back.
  'POST /staff/c/[community]/follow-ups?/number',
  'GET /c/[community]/mine/data/copy',
  'GET /c/[community]/mine/data/copy.json',
];
type Reading = { door: string; reader: Column; rows: ReadonlyMap<string, Row> };

/** Everything in `text` that isn't this visitor's to read. */
export function leaksIn(text: string, { door, reader, rows }: Reading): string[] {
  const heard = [...text.matchAll(/Quince-([a-z]+)-([a-z]+)/g)].map(([words, about = '', whose = '']) => ({ words, about, whose }));
  const overheard = heard.filter(({ about, whose }) => !readable(rows, seenAs(about, whose, reader), reader));
  const called = contactDoors.includes(door) ? [] : Object.values(contact).filter((secret) => text.includes(secret));
  return [...new Set([...overheard.map(({ words }) => words), ...called])];
}

/** What a voice planted as somebody's is to somebody else. */
function seenAs(about: string, whose: string, reader: Column): string {
  const own = ['spoken', 'written', 'answerable', 'walled'].includes(about);
  if (!own || whose === reader) return about;
  if (about === 'walled') return whose === 'secretary' || whose === 'administrator' ? 'sealed' : 'named';
  return about === 'answerable' && whose === 'street' ? 'raised' : 'other';
}

function readable(rows: ReadonlyMap<string, Row>, about: string, reader: Column): boolean {
  return readingDoors.some((door) => rows.get(door)?.meets(door, aboutNamed(about), reader) === 'allowed');
}

function aboutNamed(name: string): About {
  const known = (['spoken', 'written', 'answerable', 'other', 'raised', 'named', 'walled', 'sealed'] as const).find((one) => one === name);
  return known ?? 'elsewhere';
}
