import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, HUIYIN_DEMO: false, HUIYIN_WORKER: 'inside' });
    expect(readSettings({ PORT: '', HUIYIN_DEMO: '1' })).toMatchObject({ PORT: 3000, HUIYIN_DEMO: true });
  });

  it('keeps keys and back-ups beside the data folder, never inside it', () => {
    expect(readSettings({ HUIYIN_DATA: '/var/huiyin' })).toMatchObject({
      HUIYIN_KEYS: '/var/huiyin.keys',
      HUIYIN_BACKUPS: '/var/huiyin.backups',
    });
    expect(readSettings({ HUIYIN_DATA: '/var/huiyin', HUIYIN_KEYS: '/var/..keys' }).HUIYIN_KEYS).toBe('/var/..keys');
    for (const inside of ['/var/huiyin', '/var/huiyin/keys'])
      expect(() => readSettings({ HUIYIN_DATA: '/var/huiyin', HUIYIN_KEYS: inside })).toThrow('HUIYIN_KEYS');
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
