import { m } from '#words';

type Sentence = (values?: Record<string, string>, options?: { locale?: 'zh-CN' | 'en' }) => string;

/** The sentence for a refusal code, in the reader's language or in `locale`; a code without words is a bug a test catches. */
export function refusalWords(code: string, values: Record<string, string> = {}, locale?: 'zh-CN' | 'en'): string {
  return sentenceOf(code)?.(values, locale && { locale }) ?? m.refusal_unknown({}, locale && { locale });
}

/** Whether a code has words in the catalogues. */
export function hasRefusalWords(code: string): boolean {
  return sentenceOf(code) !== undefined;
}

function sentenceOf(code: string): Sentence | undefined {
  const name = `refusal_${code.replace(/[.-]/g, '_')}`;
  // The catalogues are one object of functions; which ones are refusals is a matter of their names.
  const sentences = m as unknown as Record<string, Sentence | undefined>;
  return Object.hasOwn(sentences, name) ? sentences[name] : undefined;
}
