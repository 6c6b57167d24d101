import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleEntries, unbundleEntries } from './entry-bundle.ts';

it('puts two bytes of length before each entry', () => {
  expect([...bundleEntries([Uint8Array.of(7, 8), new Uint8Array(), Uint8Array.of(9)])]).toEqual([0, 2, 7, 8, 0, 0, 0, 1, 9]);
});

it('reads back what it writes, and nothing that was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 8 }), (entries) => {
      const bundle = bundleEntries(entries);
      expect(unbundleEntries(bundle)).toEqual(entries);
      expect(unbundleEntries(bundle.slice(0, -1))).not.toEqual(entries);
    }),
  );
});

it('holds the longest entry, and refuses a longer one', () => {
  expect(unbundleEntries(bundleEntries([new Uint8Array(65_535)]))?.[0]?.length).toBe(65_535);
  expect(() => bundleEntries([new Uint8Array(65_536)])).toThrow(RangeError);
});
