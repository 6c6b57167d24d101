import type { Locale } from '#community/programs/index.ts';

/** The first language of `Accept-Language` that we speak, else Chinese. A link may ask for one with `?language=`. */
export function localeOf(acceptLanguage: string | undefined, asked?: string): Locale {
  if (asked === 'zh-CN' || asked === 'en') return asked;
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((language) => language === 'zh' || language === 'en') === 'en' ? 'en' : 'zh-CN';
}
