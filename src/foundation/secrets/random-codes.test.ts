import { expect, test } from 'vitest';
import { digits, invitationCode, letters, plainCode, recoveryCodes } from './random-codes.ts';

test('formats', () => {
  expect(digits(6)).toMatch(/^\d{6}$/);
  expect(letters(16)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(invitationCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  const codes = recoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
});

test('every character is drawn about equally often', () => {
  for (const [text, kinds] of [[digits(20_000), 10] as const, [letters(64_000), 32] as const]) {
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(kinds);
    // 2000 expected, standard deviation < 45: seven of them make a false alarm practically impossible.
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(315);
  }
});

test('a code is recognised however it was copied from the paper', () => {
  const code = '7QK0-1ZWX-M4RT';
  for (const typed of ['7qk0 1zwx m4rt', '7QKO-IZWX-M4RT', '7QKol zwx—m4rt', '７ＱＫ０　１ＺＷＸ－Ｍ４ＲＴ']) {
    expect(plainCode(typed)).toBe(plainCode(code));
  }
  expect(plainCode(code)).toBe('7QK01ZWXM4RT');
});
