import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestEvent } from '@sveltejs/kit';

// How a reader wants to read: language and size of type. Kept in two plain cookies, chosen by a form, no script needed.

export type Locale = 'zh-CN' | 'en';
export type Size = 'normal' | 'large';
const reading = new AsyncLocalStorage<Locale>();

/** Without arguments: the locale of the request being answered. With: answers `work` in that locale. */
export function readingIn(): Locale | undefined;
export function readingIn<T>(locale: Locale, work: () => T): T;
export function readingIn<T>(locale?: Locale, work?: () => T): T | Locale | undefined {
  return locale && work ? reading.run(locale, work) : reading.getStore();
}

/** The chosen language; else the first of the browser's that we speak; else Chinese. */
export function localeFor(event: RequestEvent): Locale {
  const chosen = event.cookies.get('language');
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  const wanted = (event.request.headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((language) => language === 'zh' || language === 'en') === 'en' ? 'en' : 'zh-CN';
}

export function sizeFor(event: RequestEvent): Size {
  return event.cookies.get('size') === 'large' ? 'large' : 'normal';
}
