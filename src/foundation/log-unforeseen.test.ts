import { afterEach, expect, it, vi } from 'vitest';
import { logUnforeseen, withoutValues } from './log-unforeseen.ts';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => said.mockClear());

function logged(error: unknown): string {
  logUnforeseen('test', error, 'ab12cd');
  return String(said.mock.calls.at(-1)?.[0]);
}

it('one line of JSON with time, place and the number that was told', () => {
  const line = logged(new Error('first\nsecond\r\u2028third'));
  expect(line).not.toMatch(/[\n\r\u2028]/);
  expect(JSON.parse(line)).toMatchObject({ where: 'test', reference: 'ab12cd', what: 'Error: first second  third' });
  expect(new Date(String(JSON.parse(line).at)).toISOString()).toBe(JSON.parse(line).at);
});

it('of a database error only code, table and constraint, never the value', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "00013800000"'), {
    severity: 'ERROR',
    code: '22P02',
    table: 'people',
    detail: 'Key (phone)=(00013800000) already exists.',
  });
  const line = logged(error);
  expect(line).toContain('code=22P02 table=people');
  expect(line).not.toContain('00013800000');
});

it.each([
  `Unexpected token 'o', "open sesame" is not valid JSON`,
  'phone 00013800000 again',
  'code 000 138 0000 0',
  `token huiyin_${'a'.repeat(43)}`,
  `Bearer ${'b'.repeat(40)}`,
])('blanks %j', (text) => {
  expect(withoutValues(text)).not.toMatch(/sesame|138|aaaa|bbbb/);
});

it('keeps the words that help', () => {
  expect(withoutValues('connect ECONNREFUSED at port 5432')).toBe('connect ECONNREFUSED at port 5432');
});
