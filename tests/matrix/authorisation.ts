import { aboutsOf, columns, exists, type About, type Column } from './columns.ts';
import type { Expected, Row, Section } from './read-expectations.ts';

// docs/authorisation.md: the same expectations, drawn as tables for whoever checks them without reading code.

const signs: Record<Expected, string> = { allowed: '✓', 'sign-in': '→', home: '⌂', '403': '403', '404': '·', '409': '409', '422': '422' };
const titles: Record<Column, string> = {
  anonymous: 'anonymous',
  holder: 'number and code',
  resident: 'resident',
  chief: 'building chief',
  liaison: 'liaison officer',
  worker: 'community worker',
  secretary: 'community secretary',
  supervisory: 'supervisory member',
  manager: 'property manager',
  street: 'street supervisor',
  district: 'district supervisor',
  administrator: 'administrator',
};

const head = `# Who may do what

Made from [tests/matrix/expectations.txt](../tests/matrix/expectations.txt) by \`node tests/matrix/write-authorisation.ts\`: change that
file, not this one. The tests knock at every door of the built application as everybody, about everything, and compare
every cell; a door without a row fails them. What an answer may contain stands in [tests/matrix/fields.txt](../tests/matrix/fields.txt).

| Sign | Meaning |
| --- | --- |
| ✓ | let in: shown, or done |
| → | asked to sign in |
| ⌂ | led back to one's own workbench |
| 403 | not theirs |
| · | as if it weren't there (404) |
| 409 | a rule says no, in words: they may know of the thing, but not do this with it |
| 422 | let in, but what the test posts is not usable |
| (empty) | can't be: nobody makes a neighbour answerable, nobody names a stranger in a complaint |

What a door is about, as it is to the visitor: **own** community, street, account or oneself · **other**: a colleague, or an
everyday voice of somebody else in one's community · **elsewhere**: what one has nothing to do with, under its own address ·
**foreign**: the same, slipped in under one's own address · **guessed**: an address or id of nothing. Of voices:
**spoken** by oneself · **written** down by oneself for somebody · **answerable**: one is answerable for it · **raised**: stands
at the street · **named**: complains about a colleague · **walled**: complains about the visitor · **sealed**: complains about the
community's leadership and is kept at the street.
`;

export function authorisationPage(sections: Section[]): string {
  return [head, ...sections.map(({ title, rows }) => `## ${title}\n\n${rows.map(tableOf).join('\n')}`)].join('\n');
}

/** Doors of one row that refuse in different ways (a page and the API) stand in tables of their own. */
function tableOf({ doors, meets }: Row): string {
  const alike = Map.groupBy(doors, (door) => linesOf(door, meets).join('\n'));
  const header = `| | ${columns.map((column) => titles[column]).join(' | ')} |\n| --- |${columns.map(() => ' :-: |').join('')}`;
  return [...alike].map(([lines, same]) => `${same.map((door) => `\`${door}\``).join('<br>')}\n\n${header}\n${lines}\n`).join('\n');
}

function linesOf(door: string, meets: Row['meets']): string[] {
  const cells = (about: About) =>
    columns.map((column) => (exists(door, about, column) ? signs[meets(door, about, column)] : ' ')).join(' | ');
  const alike = Map.groupBy(aboutsOf(door), cells);
  return [...alike].map(([line, abouts]) => `| ${abouts.join(', ')} | ${line} |`);
}
