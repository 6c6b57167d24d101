/** The words of the page, in the language that is chosen. Both travel inside the file. */
import en from '../../../words/verify/en.json' with { type: 'json' };
import zh from '../../../words/verify/zh-CN.json' with { type: 'json' };

export type Key = keyof typeof en;
export type Locale = 'zh-CN' | 'en';
const catalogues: Record<Locale, Record<Key, string>> = { 'zh-CN': zh, en };
const chosen: { locale: Locale } = { locale: 'zh-CN' };

export function say(key: Key, slots: Record<string, string> = {}): string {
  return catalogues[chosen.locale][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '');
}

export function speak(locale: Locale): void {
  chosen.locale = locale;
}

export function spokenLocale(): Locale {
  return chosen.locale;
}

/** What happened, of a line's type. */
export function sayType(type: string): string {
  const key = `verify_type_${type.replaceAll(/[.-]/g, '_')}`;
  return isKey(key) ? say(key) : say('verify_type_other', { type });
}

function isKey(key: string): key is Key {
  return key in en;
}
