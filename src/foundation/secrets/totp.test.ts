import { Secret, URI } from 'otpauth';
import { expect, test } from 'vitest';
import { checkTotp, newTotpSecret, totpUri } from './totp.ts';

// RFC 6238, appendix B, mode SHA1; six digits are the last six of the eight printed there (RFC 4226, 5.3).
const rfcSecret = Secret.fromLatin1('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082', 0x1],
  [1111111109, '081804', 0x23523ec],
  [1111111111, '050471', 0x23523ed],
  [1234567890, '005924', 0x273ef07],
  [2000000000, '279037', 0x3f940aa],
  [20000000000, '353130', 0x27bc86aa],
])('RFC 6238 at %i s: %s', (seconds, code, step) => {
  expect(checkTotp(rfcSecret, code, at(seconds), null)).toEqual({ step });
});

test('one step of clock difference either way is forgiven, two are not', () => {
  const code = '050471'; // of the step 1111111110 to 1111111139
  expect(checkTotp(rfcSecret, code, at(1111111110 - 30), null)).toEqual({ step: 0x23523ed });
  expect(checkTotp(rfcSecret, code, at(1111111139 + 30), null)).toEqual({ step: 0x23523ed });
  expect(checkTotp(rfcSecret, code, at(1111111110 - 31), null)).toBeNull();
  expect(checkTotp(rfcSecret, code, at(1111111140 + 30), null)).toBeNull();
});

test('a step is never accepted twice, nor an older one after it', () => {
  const first = checkTotp(rfcSecret, '050471', at(1111111111), null);
  expect(checkTotp(rfcSecret, '050471', at(1111111111), first?.step ?? null)).toBeNull();
  expect(checkTotp(rfcSecret, '081804', at(1111111111), first?.step ?? null)).toBeNull();
  expect(checkTotp(rfcSecret, '081804', at(1111111111), 0x23523eb)).toEqual({ step: 0x23523ec });
});

test('spaces and full-width digits are forgiven, anything else is not', () => {
  expect(checkTotp(rfcSecret, ' 287 082', at(59), null)).toEqual({ step: 1 });
  expect(checkTotp(rfcSecret, '２８７０８２', at(59), null)).toEqual({ step: 1 });
  for (const wrong of ['', '28708', '2870821', '94287082', '-87082', '٢٨٧٠٨٢', 'abcdef', '000000']) {
    expect(checkTotp(rfcSecret, wrong, at(59), null)).toBeNull();
  }
});

test('a new secret has 160 bits and its address can be read back by an app', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const uri = totpUri(secret, '沈兰: 梧桐里');
  expect(uri).toMatch(/^otpauth:\/\/totp\/Huiyin:/);
  const read = URI.parse(uri);
  expect([read.issuer, read.label, read.secret.base32, read.digits]).toEqual(['Huiyin', '沈兰  梧桐里', secret, 6]);
});
