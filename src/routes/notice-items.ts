import { m } from '#words';
import {
  contactWays,
  digestRhythms,
  itemWords,
  mutableTopics,
  noticeLink,
  type ContactWay,
  type DeliveryState,
  type InboxItem,
  type SendingWay,
  type Wishes,
} from '#community/notices/index.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { sayDay, sayMoment } from './say-date.ts';

// How what somebody was told, and how they wish to hear, stand on a page: for residents and at the desk alike.

export type ShownItem = {
  id: string;
  text: string;
  topic: string;
  at: string;
  iso: string;
  href: string | null;
  read: boolean;
  until: string | null;
};

export function shownItem(slug: string, reader: 'resident' | 'staff', locale: 'zh-CN' | 'en'): (item: InboxItem) => ShownItem {
  const now = new Date();
  return (item) => ({
    id: item.id,
    text: itemWords({ ...item, deadline: null }, locale),
    topic: m[`notices_topic_${item.topic}`](),
    at: sayMoment(item.at),
    iso: item.at.toISOString(),
    href: noticeLink(slug, item.about, reader),
    read: item.readAt !== null,
    until: item.deadline && item.deadline > now ? m.notices_open_until({ day: sayDay(item.deadline) }) : null,
  });
}

export function wayWord(way: ContactWay): string {
  return m[`notices_way_${way}`]();
}

export function sendingWord(way: SendingWay): string {
  return m[`notices_sent_${way}`]();
}

export function stateWord(state: DeliveryState): string {
  return m[`notices_state_${state}`]();
}

/** The questions of the wishes with what is chosen now. */
export function wishFields(wishes: Wishes) {
  return {
    ways: contactWays.map((way) => {
      const whyNot = wishes.ways.find((one) => one.way === way)?.whyNot ?? null;
      return { value: way, label: wayWord(way), hint: m[`notices_way_${way}_hint`](), whyNot: whyNot && refusalWords(whyNot) };
    }),
    rhythms: digestRhythms.map((digest) => ({ value: digest, label: m[`notices_digest_${digest}`]() })),
    hours: Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: m.notices_hour({ hour: String(hour) }) })),
    languages: [
      { value: 'zh-CN', label: m.rights_language_zh() },
      { value: 'en', label: m.rights_language_en() },
    ],
    subjects: mutableTopics.map((topic) => ({ value: topic, label: m[`notices_topic_${topic}`]() })),
    now: {
      way: wishes.way,
      digest: wishes.digest,
      quietFrom: String(wishes.quietFrom),
      quietTo: String(wishes.quietTo),
      locale: wishes.locale,
      muted: wishes.muted,
    },
  };
}
export type WishFieldsData = ReturnType<typeof wishFields>;
