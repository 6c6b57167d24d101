import { m } from '#words';
import type { Reasoning } from './explain-vote.ts';

/** One step of the explanation as a sentence, in the reader's language or in `locale`. */
export function sayReasoning({ code, values }: Reasoning, locale?: 'zh-CN' | 'en'): string {
  const sentence: unknown = Reflect.get(m, `ballots_why_${code}`);
  if (typeof sentence !== 'function') throw new Error(`no words for this step of an explanation: ${code}`);
  return String(sentence(values, locale && { locale }));
}
