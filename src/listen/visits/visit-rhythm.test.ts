import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dueOf, restDays, whyNotGo, type Standing, type Try } from './visit-rhythm.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-01T02:00:00Z');
const on = (days: number) => new Date(start + days * day);
const nothing: Standing = { rhythm: 'ordinary', wishedAt: null, lastDone: null, tries: [], call: null };

describe('whom to visit', () => {
  it('ordinary households twice a year, those who asked every month, others not at all', () => {
    const done = { ...nothing, lastDone: on(0), tries: [] };
    expect(dueOf(done, on(181))).toBeNull();
    expect(dueOf(done, on(182))?.reason).toBe('rhythm');
    expect(dueOf({ ...done, rhythm: 'monthly' }, on(29))).toBeNull();
    expect(dueOf({ ...done, rhythm: 'monthly' }, on(30))?.reason).toBe('monthly');
    expect(dueOf({ ...done, rhythm: 'none' }, on(400))).toBeNull();
    expect(dueOf(nothing, on(0))?.reason).toBe('rhythm');
  });

  it('after an emergency at once; where nobody was home not before a week', () => {
    expect(dueOf({ ...nothing, lastDone: on(0), call: { reason: 'emergency', at: on(1) } }, on(1))?.reason).toBe('emergency');
    const shut: Standing = { ...nothing, tries: [{ at: on(0), result: 'nobody_home' }] };
    expect(dueOf(shut, on(6))).toBeNull();
    expect(dueOf(shut, on(7))?.reason).toBe('rhythm');
  });

  it('H2: whatever happens, within 90 days of a refusal there is at most one more try', () => {
    const tryAt = fc.record({ gap: fc.integer({ min: 1, max: 40 }), result: fc.constantFrom('done', 'nobody_home', 'refused') });
    fc.assert(
      fc.property(fc.array(tryAt, { maxLength: 40 }), fc.constantFrom('ordinary', 'monthly'), (steps, rhythm) => {
        const tries: Try[] = [];
        let today = 0;
        for (const { gap, result } of steps) {
          today += gap;
          const standing: Standing = { ...nothing, rhythm: rhythm === 'monthly' ? 'monthly' : 'ordinary', tries, lastDone: null };
          if (whyNotGo(standing, on(today)) === null) tries.push({ at: on(today), result });
        }
        for (const refused of tries.filter(({ result }) => result === 'refused')) {
          const until = refused.at.getTime() + restDays * day;
          expect(tries.filter(({ at }) => at > refused.at && at.getTime() < until).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('H2: no emergency lifts the rest, only what the household itself asks', () => {
    const tries: Try[] = [
      { at: on(0), result: 'refused' },
      { at: on(31), result: 'refused' },
    ];
    expect(whyNotGo({ ...nothing, tries }, on(40))).toBe('visit.rest-after-refusal');
    expect(whyNotGo({ ...nothing, tries, call: { reason: 'emergency', at: on(39) } }, on(40))).toBe('visit.rest-after-refusal');
    expect(whyNotGo({ ...nothing, tries, call: { reason: 'asked', at: on(39) } }, on(40))).toBeNull();
    expect(whyNotGo({ ...nothing, tries, rhythm: 'monthly', wishedAt: on(35) }, on(40))).toBeNull();
    expect(whyNotGo({ ...nothing, rhythm: 'none' }, on(40))).toBe('visit.not-wished');
  });
});
