import { expect, it } from 'vitest';
import { stepOf } from './steps.ts';

it('begins with what it is about and returns to the first step that has something to put right', () => {
  const after = (go: string, ...fields: string[]) => stepOf({ values: { go }, errors: fields.map((field) => ({ field, message: '' })) });
  expect(stepOf(null)).toBe('about');
  expect(stepOf({ step: 'you', values: {}, errors: [] })).toBe('you');
  expect(stepOf({ step: 'about', values: {}, errors: [] })).toBe('about');
  expect(after('next', 'words')).toBe('about');
  expect(after('send', 'phone')).toBe('you');
  expect(after('send', 'phone', 'words')).toBe('about');
});
