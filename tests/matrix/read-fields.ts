import type { Column } from './columns.ts';
import { readTexts } from './read-texts.ts';
import { newGroups, readGroup, whoIn, type Groups } from './who.ts';

// Reads fields.txt and rooms/*.fields.txt: which fields an answer may have, and for whom.

export type Listed = { door: string; who: readonly Column[]; names: string[] };

export function readFields(): Listed[] {
  const text = readTexts('fields')
    .map((one) => one.text)
    .join('\n\n');
  const groups = newGroups();
  const lines = text.split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd());
  for (const line of lines) if (line.startsWith('let ')) readGroup(groups, line);
  const rows = lines.filter((line) => !line.startsWith('let ')).join('\n');
  return rows.split(/\n{2,}/).flatMap((row) => listedIn(groups, row.trim()));
}

/** The fields that aren't listed for this door, nor for the frame around its page. */
export function unlisted(listed: Listed[], door: string, column: Column | null, found: readonly string[]): string[] {
  const mine = listed.filter((one) => (column === null || one.who.includes(column)) && concerns(one.door, door));
  const may = new Set(mine.flatMap(({ names }) => names));
  return found.filter((name) => !may.has(name));
}

/** Doors, one a line; then for whom, a colon, and the fields, on as many lines as it takes. */
function listedIn(groups: Groups, row: string): Listed[] {
  const lines = row.split('\n').filter((line) => line !== '');
  const doors = lines.filter((line) => !line.startsWith(' '));
  const said = lines.filter((line) => line.startsWith(' ')).join(' ');
  const cells = [...said.matchAll(/([a-z ]+): ([^:]+?)(?=(?: [a-z]+)+: |$)/g)];
  return cells.flatMap(([, who = '', names = '']) => doors.map((door) => ({ door, who: whoIn(groups, who), names: spelledOut(names) })));
}

/** `owner{id name}` is owner, owner.id and owner.name. */
function spelledOut(names: string): string[] {
  const found: string[] = [];
  const within: string[] = [];
  for (const [token] of names.matchAll(/[\w.]+|[{}]/g)) {
    if (token === '{') within.push(found.at(-1) ?? '');
    else if (token === '}') within.pop();
    else found.push([...within.slice(-1), token].join('.'));
  }
  return found;
}

/** `FRAME /staff` is around every page below it. */
function concerns(listed: string, door: string): boolean {
  return listed === door || (listed.startsWith('FRAME ') && door.startsWith(`GET ${listed.slice('FRAME '.length)}`));
}
