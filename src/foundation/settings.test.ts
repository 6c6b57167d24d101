import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, HUIYIN_DEMO: false, HUIYIN_WORKER: 'inside' });
    expect(readSettings({ PORT: '', HUIYIN_DEMO: '1' })).toMatchObject({ PORT: 3000, HUIYIN_DEMO: true });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['ORIGIN', 'voices.example.org'],
    ['HUIYIN_WORKER', 'elsewhere'],
    ['HUIYIN_SMS_FIELDS', '{"a":1}'],
    ['HUIYIN_SMS_FIELDS', 'to'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });
});
