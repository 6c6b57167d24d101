import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { authorisationPage } from './authorisation.ts';
import { readExpectations } from './read-expectations.ts';

it('docs/authorisation.md says what expectations.txt says', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/authorisation.md'), 'utf8');
  expect(page, 'node tests/matrix/write-authorisation.ts').toBe(authorisationPage(readExpectations()));
});

it.each([
  ['GET /door\n  own: nobody-there', 'nobody is called'],
  ['GET /door\n  owned: worker', 'nothing is called'],
  ['GET /door\n  own 418: worker', 'nothing is called'],
  ['GET /door\n  own: worker', 'never about "own"'],
  ['GET /c/[community]/voices/[number]\n  answerable: district', 'none of them can have'],
  ['DELETE /door\n  here: worker', 'a door is'],
])('a row that would never be tried stops the tests: %s', (row, why) => {
  expect(() => readExpectations([{ file: 'row', text: `== Section\n${row}\n` }])).toThrow(why);
});
