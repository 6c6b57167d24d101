/** What the ledger's own code uses and Chrome 107 lacks. Imported first. */

if (!('isWellFormed' in String.prototype)) {
  define(String.prototype, 'isWellFormed', function isWellFormed(this: string): boolean {
    return !/\p{Cs}/u.test(this);
  });
}
if (!('toSorted' in Array.prototype)) {
  define(Array.prototype, 'toSorted', function toSorted(this: unknown[], order?: (a: unknown, b: unknown) => number): unknown[] {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is what stands in for toSorted
    return [...this].sort(order);
  });
}

function define(target: object, name: string, value: (...given: never[]) => unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
