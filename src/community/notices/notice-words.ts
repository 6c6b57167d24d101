import { m } from '#words';
import type { Facts } from './notice.ts';

export type Locale = 'zh-CN' | 'en';
type Sentence = (values: Facts, options?: { locale?: Locale }) => string;

/**
 * The sentence of a notice in the reader's language or in `locale`: `notice_meeting_called` for the template
 * `meeting.called`, in the words of the room that tells. A template without words is a bug a test catches.
 */
export function noticeWords({ template, facts }: { template: string; facts: Facts }, locale?: Locale): string {
  return sentenceOf(template)?.(facts, locale && { locale }) ?? m.notices_unknown({}, locale && { locale });
}

function sentenceOf(template: string): Sentence | undefined {
  const name = `notice_${template.replace('.', '_')}`;
  // The catalogues are one object of functions; which ones are notices is a matter of their names.
  const sentences = m as unknown as Record<string, Sentence | undefined>;
  return Object.hasOwn(sentences, name) ? sentences[name] : undefined;
}
