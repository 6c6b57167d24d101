import { installation } from '#foundation/server/installation.ts';
import { m } from '#words';
import { shortDay } from './short-day.ts';
import type { Addressee } from './find-addressee.ts';
import type { Facts, MachineWay } from './notice.ts';
import { noticeLink } from './notice-link.ts';
import { noticeWords } from './notice-words.ts';
import type { Letter } from './send-out.ts';

/** One thing to tell, as it stands in an inbox. */
export type Item = {
  template: string;
  facts: Facts;
  about: { kind: string; id: string | null; number: string | null };
  deadline: Date | null;
};

/** One notice as a message in the reader's language: the sentence, until when it can be changed, and where to read on. */
export function writeLetter(to: Addressee, item: Item, way: MachineWay): Letter {
  const { locale, community } = to;
  const sentence = itemWords(item, locale);
  const vars = { community: community.name };
  const link = linkOf(to, item);
  const text =
    way === 'mail' ? [sentence, link, footOf(to)].filter(Boolean).join('\n\n') : m.notices_sms({ ...vars, text: sentence }, { locale });
  return { subject: m.notices_subject(vars, { locale }), text, template: `notice_${item.template.replace('.', '_')}`, vars };
}

/** The sentence, with the day until which something can still be changed. */
export function itemWords({ template, facts, deadline }: Item, locale: 'zh-CN' | 'en'): string {
  const sentence = noticeWords({ template, facts }, locale);
  return deadline ? m.notices_until({ text: sentence, day: shortDay(deadline, locale) }, { locale }) : sentence;
}

/** The full address of what it is about; null where the house doesn't know its own. */
export function linkOf({ community, reach }: Addressee, { about }: Item): string | null {
  const origin = installation().settings.ORIGIN;
  const path = noticeLink(community.slug, about, reach.serves ? 'staff' : 'resident');
  return origin && path ? new URL(path, origin).href : null;
}

/** Whom to ask, and how to end such letters; the address for that stands at the very end, on a line of its own. */
export function footOf({ locale, community: { name, phone } }: Pick<Addressee, 'locale' | 'community'>): string {
  return phone ? m.notices_foot_phone({ community: name, phone }, { locale }) : m.notices_foot({ community: name }, { locale });
}
