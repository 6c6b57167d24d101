// Door plates count 2 before 10, whatever the letters around the number are.

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Compares two names for sorting; equal names compare as 0. */
export function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name);
}
