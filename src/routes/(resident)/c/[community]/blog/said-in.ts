import { plainText, readMarkup } from '#foundation/text/plain-markup.ts';

// A post in the reader's language: English where somebody wrote it, otherwise as it was written.

type Said = { title: string; words: string; titleEn: string | null; wordsEn: string | null };
export type Read = { title: string; words: string; lang: 'zh-CN' | 'en' };

export function readIn({ title, words, titleEn, wordsEn }: Said, locale: 'zh-CN' | 'en'): Read {
  if (locale === 'en' && titleEn && wordsEn) return { title: titleEn, words: wordsEn, lang: 'en' };
  return { title, words, lang: 'zh-CN' };
}

/** The beginning of a text, without marks, for a list. */
export function beginningOf(words: string, most = 110): string {
  const letters = Array.from(plainText(readMarkup(words)).replaceAll('\n', ' '));
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : letters.join('');
}
