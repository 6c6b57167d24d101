import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInstallationKey } from './installation-key.ts';
import { seal, unseal } from './seal.ts';

const keys = await openInstallationKey(mkdtempSync(join(tmpdir(), 'huiyin-seal-')));

test('what was sealed is read again, and never looks the same twice', () => {
  const sealed = seal(keys, 'totp', 'row-1', 'JBSWY3DPEHPK3PXP 秘密');
  expect(unseal(keys, 'totp', 'row-1', sealed)).toBe('JBSWY3DPEHPK3PXP 秘密');
  expect(sealed).not.toContain('JBSWY3');
  expect(seal(keys, 'totp', 'row-1', 'JBSWY3DPEHPK3PXP 秘密')).not.toBe(sealed);
});

test('moved to another row, read for another purpose or under another key, it does not open', async () => {
  const sealed = seal(keys, 'totp', 'row-1', 'secret');
  const others = await openInstallationKey(mkdtempSync(join(tmpdir(), 'huiyin-seal-')));
  expect(() => unseal(keys, 'totp', 'row-2', sealed)).toThrow();
  expect(() => unseal(keys, 'other', 'row-1', sealed)).toThrow();
  expect(() => unseal(others, 'totp', 'row-1', sealed)).toThrow();
});

test('a changed, shortened or foreign value is refused', () => {
  const sealed = seal(keys, 'totp', 'row-1', 'secret');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(keys, 'totp', 'row-1', `v1.${changed.toString('base64url')}`)).toThrow();
  }
  for (const wrong of ['', 'v1', 'v1.', 'v2' + sealed.slice(2), sealed.slice(0, 20), 'secret']) {
    expect(() => unseal(keys, 'totp', 'row-1', wrong)).toThrow();
  }
});
