import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hmacCode } from './hmac-code.ts';
import { openInstallationKey } from './installation-key.ts';

test('the same value under the same purpose, and nothing else, gives the same 32 bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-hmac-'));
  try {
    const keys = await openInstallationKey(folder);
    const tag = hmacCode(keys, 'phone-code', 'request-7:123456');
    expect(tag).toHaveLength(32);
    expect(hmacCode(keys, 'phone-code', 'request-7:123456')).toEqual(tag);
    expect(hmacCode(keys, 'phone-code', 'request-8:123456')).not.toEqual(tag);
    expect(hmacCode(keys, 'phone-index', 'request-7:123456')).not.toEqual(tag);
    expect(hmacCode(keys, 'ab', 'c')).not.toEqual(hmacCode(keys, 'a', 'bc'));
  } finally {
    await rm(folder, { recursive: true });
  }
});
