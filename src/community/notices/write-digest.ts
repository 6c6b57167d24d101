import { m } from '#words';
import type { Addressee } from './find-addressee.ts';
import type { MachineWay } from './notice.ts';
import type { Letter } from './send-out.ts';
import { shortDay } from './short-day.ts';
import { footOf, itemWords, linkOf, type Item } from './write-letter.ts';

/** A digest in two parts: what can still be changed, by deadline, and what is good to know. `at`: when it was made. */
export function digestParts(items: readonly Item[], at: Date): { open: Item[]; rest: Item[] } {
  const open = items.filter(({ deadline }) => deadline !== null && deadline > at);
  return { open, rest: items.filter((item) => !open.includes(item)) };
}

export function writeDigest(to: Addressee, items: readonly Item[], at: Date, way: MachineWay): Letter {
  const { locale, community } = to;
  const vars = { community: community.name, count: String(items.length) };
  const subject = m.notices_digest_subject(vars, { locale });
  const text =
    way === 'mail' ? wholeText(to, items, at) : m.notices_sms({ community: community.name, text: sumOf(to, items, at) }, { locale });
  return { subject, text, template: 'notice_digest', vars };
}

/** How many, and the first day that matters: what fits into a text message. */
function sumOf({ locale }: Addressee, items: readonly Item[], at: Date): string {
  const { open } = digestParts(items, at);
  const first = open[0]?.deadline;
  const count = String(items.length);
  if (!first) return m.notices_digest_sum({ count }, { locale });
  return m.notices_digest_sum_until({ count, open: String(open.length), day: shortDay(first, locale) }, { locale });
}

function wholeText(to: Addressee, items: readonly Item[], at: Date): string {
  const { locale } = to;
  const { open, rest } = digestParts(items, at);
  const list = (heading: string, part: Item[]) => (part.length === 0 ? '' : [heading, ...part.map((item) => lineOf(to, item))].join('\n'));
  const parts = [list(m.notices_digest_open({}, { locale }), open), list(m.notices_digest_rest({}, { locale }), rest), footOf(to)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function lineOf(to: Addressee, item: Item): string {
  const link = linkOf(to, item);
  return `· ${itemWords(item, to.locale)}${link ? `\n  ${link}` : ''}`;
}
