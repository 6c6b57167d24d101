import { describe, expect, it } from 'vitest';
import { Invalid } from '#foundation/refusal.ts';
import { readVoice, refuseAbout } from './read-voice.ts';

const form = (values: Record<string, string>) => ({ values, lists: {}, files: {}, key: undefined });
const problems = (work: () => unknown) => {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof Invalid ? error.problems.map(({ field, code }) => `${field} ${code}`) : [String(error)];
  }
};

describe('readVoice', () => {
  it('asks on the first step only for what is asked there', () => {
    expect(problems(() => refuseAbout(form({}), 'en'))).toEqual(['words input.needed']);
    expect(problems(() => refuseAbout(form({ words: 'A leak', responseMethod: 'phone' }), 'en'))).toEqual([]);
  });

  it('asks for a contact when there is no place, and for a place when nobody may be named', () => {
    expect(problems(() => readVoice(form({ words: 'A leak' }), 'en'))).toEqual(['name voice.place-or-contact']);
    expect(problems(() => readVoice(form({ words: 'A leak', privacy: 'anonymous', phone: '0005551001' }), 'en'))).toEqual([
      'placeWords voice.place-or-contact',
    ]);
  });

  it('passes on no contact of somebody who stays nameless', () => {
    const voice = readVoice(
      form({ words: 'A leak', placeWords: 'Gate', privacy: 'anonymous', phone: '0005551001', responseMethod: 'phone' }),
      'en',
    );
    expect(voice).toMatchObject({ privacy: 'anonymous', responseMethod: 'page', locale: 'en' });
    expect(voice.phone).toBeUndefined();
  });
});
