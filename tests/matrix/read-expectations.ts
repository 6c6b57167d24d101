import { abouts, aboutsOf, exists, type About, type Column } from './columns.ts';
import { readTexts } from './read-texts.ts';
import { newGroups, readGroup, whoIn, type Groups } from './who.ts';

// Reads expectations.txt, which explains itself in its head, and rooms/*.expectations.txt. A line nobody can understand
// stops the tests.

export const answers = ['allowed', 'sign-in', 'home', '403', '404', '409', '422'] as const;
export type Expected = (typeof answers)[number];
export type Section = { title: string; rows: Row[] };
/** One row of the file: the doors it speaks of and what their visitors meet. */
export type Row = { doors: string[]; meets: (door: string, about: About, column: Column) => Expected };

type Cell = { abouts: readonly About[]; answer: Expected; who: readonly Column[] | 'rest' };
type Refusal = { answer: Expected; door: RegExp; abouts: readonly About[]; who: readonly Column[] };
type Reading = { groups: Groups; refusals: Refusal[]; sections: Section[]; doors: string[]; cells: Cell[] };

export function readExpectations(texts: { file: string; text: string }[] = readTexts('expectations')): Section[] {
  const reading: Reading = { groups: newGroups(), refusals: [], sections: [], doors: [], cells: [] };
  for (const { file, text } of texts) {
    for (const [at, raw] of text.split('\n').entries()) {
      const line = raw.replace(/(^|\s)#.*$/, '').trimEnd();
      try {
        // An empty line ends a row; one without a cell lets nobody in.
        if (raw.trim() === '') closeRow(reading);
        else if (line !== '') readLine(reading, line);
      } catch (error) {
        throw new Error(`${file}, line ${at + 1}: ${error instanceof Error ? error.message : ''}\n${raw}`, { cause: error });
      }
    }
    closeRow(reading);
  }
  return reading.sections;
}

/** All rows by door. Throws when two rows speak of one door. */
export function expectationsByDoor(sections: Section[] = readExpectations()): Map<string, Row> {
  const byDoor = new Map<string, Row>();
  for (const row of sections.flatMap(({ rows }) => rows)) {
    for (const door of row.doors) {
      if (byDoor.has(door)) throw new Error(`two rows for ${door}`);
      byDoor.set(door, row);
    }
  }
  return byDoor;
}

function readLine(reading: Reading, line: string): void {
  if (line.startsWith('== ')) {
    closeRow(reading);
    reading.sections.push({ title: line.slice(3).trim(), rows: [] });
  } else if (line.startsWith('let ')) readGroup(reading.groups, line);
  else if (line.startsWith('refuse ')) reading.refusals.push(refusalIn(reading, line));
  else if (line.startsWith(' ')) reading.cells.push(cellIn(reading, line));
  else {
    if (reading.cells.length > 0) closeRow(reading);
    reading.doors.push(...doorsIn(line));
  }
}

/** `POST /page?/deed answer, wait` are two doors. */
function doorsIn(line: string): string[] {
  const found = /^((?:GET|POST|API (?:get|post)) \/\S*)(?: (.+))?$/.exec(line);
  if (!found?.[1]) throw new Error('a door is GET, POST or API get/post and an address');
  const verbs = found[2]?.split(',').map((verb) => verb.trim());
  return verbs ? verbs.map((verb) => `${found[1]} ${verb}`) : [found[1]];
}

function cellIn(reading: Reading, line: string): Cell {
  const found = /^ +([\w, ]+?)(?: (allowed|sign-in|home|403|404|409|422))?:(.*)$/.exec(line);
  if (!found) throw new Error('a cell is what it is about, the answer, a colon and who');
  const named = (found[1] ?? '').split(',').map((about) => about.trim());
  const about = named.includes('any') ? abouts : named.map(aboutIn);
  const who = found[3]?.trim() === 'rest' ? 'rest' : whoIn(reading.groups, found[3] ?? '');
  return { abouts: about, answer: answerIn(found[2] ?? 'allowed'), who };
}

function refusalIn(reading: Reading, line: string): Refusal {
  const found = /^refuse (\S+) (GET|POST|API|ANY) (\S+)((?: \w+)*):(.*)$/.exec(line);
  if (!found) throw new Error('a way to refuse is an answer, a kind of door, how its address begins, and who');
  const [, answer = '', kind = '', begins = '', about = '', who = ''] = found;
  const method = kind === 'ANY' ? '(GET|POST|API \\w+)' : kind === 'API' ? 'API \\w+' : kind;
  const door = new RegExp(`^${method} ${begins.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
  const meant = about.trim() === '' ? abouts : about.trim().split(' ').map(aboutIn);
  return { answer: answerIn(answer), door, abouts: meant, who: whoIn(reading.groups, who) };
}

function closeRow({ sections, doors, cells, refusals }: Reading): void {
  const section = sections.at(-1);
  const [ofDoors, ofCells] = [doors.splice(0), cells.splice(0)];
  if (ofDoors.length === 0) return;
  if (!section) throw new Error(`${ofDoors[0]} stands before the first section`);
  for (const door of ofDoors) assertPossible(door, ofCells);
  section.rows.push({ doors: ofDoors, meets: (door, about, column) => meets(ofCells, refusals, door, about, column) });
}

/** What is written comes first, then the rest of the row, then the way this kind of door refuses. */
function meets(cells: Cell[], refusals: Refusal[], door: string, about: About, column: Column): Expected {
  const here = cells.filter((cell) => cell.abouts.includes(about));
  const written = here.find(({ who }) => who !== 'rest' && who.includes(column)) ?? here.find(({ who }) => who === 'rest');
  const refusal = refusals.find((one) => one.door.test(door) && one.abouts.includes(about) && one.who.includes(column));
  return written?.answer ?? refusal?.answer ?? '404';
}

/** A cell about something the door can't be about would never be tried. */
function assertPossible(door: string, cells: Cell[]): void {
  const possible = aboutsOf(door);
  for (const cell of cells) {
    if (cell.abouts === abouts) continue;
    for (const about of cell.abouts) {
      if (!possible.includes(about)) throw new Error(`${door} is never about "${about}"; it can be about ${possible.join(', ')}`);
      const never = cell.who !== 'rest' && cell.who.every((column) => !exists(door, about, column));
      if (never) throw new Error(`${door}: none of them can have anything "${about}"`);
    }
  }
}

function aboutIn(name: string): About {
  const about = abouts.find((one) => one === name);
  if (!about) throw new Error(`nothing is called "${name}"`);
  return about;
}

function answerIn(said: string): Expected {
  const answer = answers.find((one) => one === said);
  if (!answer) throw new Error(`no answer is called "${said}"`);
  return answer;
}
