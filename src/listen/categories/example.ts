/**
 * One matter somebody sorted by hand: what was said and what it is about. `group`: what belongs to one matter or is a
 * copy of it shares a group, so that a trial never meets in the test what it has just learned by heart.
 */
export type Example = { title?: string | undefined; words: string; category: string; group: string };
