import type { Facts } from './notice.ts';

// Facts are kept for as long as the inbox is, and go out by ways others can read: nothing anybody said belongs there.

const code = /^[\w./:+@#-]{0,80}$/;

/** Throws when a room hands over anything but codes, numbers and days: that is a mistake in the room, not of a person. */
export function checkFacts(template: string, facts: Facts): void {
  for (const [name, value] of Object.entries(facts)) {
    const fits = typeof value === 'number' || (name === 'title' ? value.length <= 120 : code.test(value));
    if (!fits) throw new Error(`notice ${template}: the fact "${name}" must be a code, a number or a day`);
  }
}
