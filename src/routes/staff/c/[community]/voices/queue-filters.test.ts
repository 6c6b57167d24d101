import { describe, expect, it } from 'vitest';
import { narrowed } from './queue-filters.ts';

const at = (query: string) => new URL(`http://huiyin.test/staff/c/a/voices${query}`);

describe('narrowed', () => {
  it('keeps what was asked for, changes what is named, and forgets the page and the posted action', () => {
    expect(narrowed(at('?tab=all&kind=complaint&cursor=abc&/save'), {})).toBe('/staff/c/a/voices?tab=all&kind=complaint');
    expect(narrowed(at('?kind=complaint'), { tab: 'overdue' })).toBe('/staff/c/a/voices?kind=complaint&tab=overdue');
    expect(narrowed(at('?tab=all&cursor=abc'), { tab: null })).toBe('/staff/c/a/voices');
  });
});
