import { describe, expect, it } from 'vitest';
import { m } from '#words';
import type { AlikeVoice } from '#listen/voices/index.ts';
import { sayAlike } from './alike-words.ts';

const one: AlikeVoice = {
  number: '2026-000001',
  words: '路灯坏了',
  place: '青柳苑东门',
  stage: 'received',
  receivedAt: new Date('2026-11-20T10:00:00+08:00'),
  score: 0.9,
  probablySame: true,
  sameBuilding: false,
  shared: ['路灯', '东门'],
};

describe('sayAlike', () => {
  it('says how sure, where, and by which words', () => {
    const said = sayAlike(one);
    for (const part of [m.staff_alike_probably(), '青柳苑东门', m.staff_alike_words({ words: '路灯 · 东门' })])
      expect(said).toContain(part);
  });

  it('leaves out what is not so', () => {
    const said = sayAlike({ ...one, probablySame: false, sameBuilding: true, shared: [] });
    expect(said).toContain(m.staff_alike_building());
    for (const part of [m.staff_alike_probably(), '青柳苑东门', '· ·']) expect(said).not.toContain(part);
    expect(said).not.toMatch(/·\s*$/);
  });
});
