import { expect, it } from 'vitest';
import { bodyLimits, largeBodies, mostBytesAt, whyNotBody } from './body-limits.ts';

const mega = 1024 * 1024;

it.each([
  ['/c/liuhuali/voices/new', bodyLimits.photos],
  ['/c/liuhuali/voices/2026-000123', bodyLimits.photos],
  ['/staff/c/liuhuali/voices/new', bodyLimits.photos],
  ['/api/v1/communities/liuhuali/voices', bodyLimits.photos],
  ['/api/v1/communities/liuhuali/voices/2026-000123/addition', bodyLimits.photos],
  ['/staff/c/liuhuali/places', bodyLimits.table],
  ['/staff/administration/calendar', bodyLimits.table],
  ['/staff/sign-in', bodyLimits.form],
  ['/c/liuhuali/voices', bodyLimits.form],
  ['/c/liuhuali/sign-in', bodyLimits.form],
  ['/ledger/witness/add-checkpoint', bodyLimits.witness],
  ['/', bodyLimits.form],
])('at %s at most %i bytes', (path, most) => {
  expect(mostBytesAt(path)).toBe(most);
});

it('S9: what is too large, or does not say how large it is, is refused before it is read', () => {
  const form = { method: 'POST', path: '/staff/sign-in', chunked: false };
  expect(whyNotBody({ ...form, length: '200' })).toBeNull();
  expect(whyNotBody({ ...form, length: undefined })).toBeNull();
  expect(whyNotBody({ ...form, length: String(mega + 1) })).toBe(413);
  expect(whyNotBody({ ...form, length: undefined, chunked: true })).toBe(411);
  expect(whyNotBody({ ...form, length: '1e3' })).toBe(411);
  expect(whyNotBody({ ...form, method: 'GET', length: '5' })).toBe(413);
  expect(whyNotBody({ ...form, method: 'GET', length: '0' })).toBeNull();
});

it('S14: large bodies share what the machine can hold; small ones always come in', () => {
  const bodies = largeBodies(100 * mega);
  expect(bodies.enter(60 * mega)).toBe(true);
  expect(bodies.enter(60 * mega)).toBe(false);
  expect(bodies.enter(1000)).toBe(true);
  bodies.leave(60 * mega);
  expect(bodies.enter(60 * mega)).toBe(true);
});
