import { expect, test } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { whyNotPassword } from './why-not-password.ts';

const local = ['梧桐里', 'Wutongli', 'Green Garden'];

test.each([
  ['elevenchars', 'password.too-short'],
  ['十一个字十一个字十一个', 'password.too-short'],
  ['x7'.repeat(129), 'password.too-long'],
  ['passwordpassword', 'password.too-common'],
  ['Password-2024!', 'password.too-common'],
  ['P@$$w0rd1234', 'password.too-common'],
  ['PASSWORD1234', 'password.too-common'],
  ['123456789012', 'password.too-common'],
  ['987654321098', 'password.too-common'],
  ['aaaaaaaaaaaa', 'password.too-common'],
  ['xkqxkqxkqxkq', 'password.too-common'],
  ['qwertyuiopas', 'password.too-common'],
  ['1qaz2wsx3edc', 'password.too-common'],
  ['!@#$%^&*()_+', 'password.too-common'],
  ['woaini5201314', 'password.too-common'],
  ['woaini_19800101', 'password.too-common'],
  ['wutongli202612', 'password.too-common'],
  ['WUTONGLI@2026', 'password.too-common'],
  ['梧桐里梧桐里梧桐里梧桐里', 'password.too-common'],
  ['greengarden-admin', 'password.too-common'],
  ['admin123456789', 'password.too-common'],
])('%s is refused: %s', (password, refusal) => {
  expect(whyNotPassword(password, local)).toBe(refusal);
});

test.each([
  'seven quiet lanterns',
  'correct horse battery staple',
  '今天傍晚我在河边听见三只鸟叫',
  'vQ8#mL2!xR5z',
  'the password of my neighbour',
  'wutongli has nine old plane trees',
  '#%?/|~^<>=;:',
  '👩‍🌾🌧🍵🎋🐢🛶🪁🧵🏮🌾🪷🐟',
  'x7fk'.repeat(10) + 'tail of it',
  'été, voix des pins',
])('%s is welcome', (password) => {
  expect(whyNotPassword(password, local)).toBeNull();
});

test('no local words are needed, and empty ones do no harm', () => {
  expect(whyNotPassword('wutongli202612', [])).toBeNull();
  expect(whyNotPassword('seven quiet lanterns', ['', ' ', 's'])).toBeNull();
});

test('256 characters are enough and allowed; judging them is quick', () => {
  const start = performance.now();
  expect(whyNotPassword('kT9w'.repeat(63) + 'zzQ2', local)).toBeNull();
  expect(performance.now() - start).toBeLessThan(200);
});

test('the bundled list is lower case, without marks, and about as long as promised', () => {
  expect(new Set(COMMON_PASSWORDS).size).toBeGreaterThan(200);
  for (const word of COMMON_PASSWORDS) expect(word).toMatch(/^[a-z0-9]+$/);
});
