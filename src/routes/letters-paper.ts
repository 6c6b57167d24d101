import { digestParts, itemWords, type LetterToPrint } from '#community/notices/index.ts';
import type { Community } from '#community/places/index.ts';
import type { NoticeLettersPaper } from '#foundation/papers/index.ts';
import { m } from '#words';
import { readingIn } from './display-choice.ts';
import { sayDay } from './say-date.ts';

/** The texts of all letters that wait, each in the language of whom it goes to. */
export function lettersPaper(community: Community, letters: readonly LetterToPrint[], locale: 'zh-CN' | 'en'): NoticeLettersPaper {
  const office = locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  return {
    locale,
    title: m.notices_letters_title(),
    mark: m.site_seal(),
    office,
    letters: letters.map((letter) => readingIn(letter.locale, () => oneLetter(community, letter))),
  };
}

function oneLetter(community: Community, { locale, name, place, at, items }: LetterToPrint): NoticeLettersPaper['letters'][number] {
  const office = locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  const { open, rest } = digestParts(items, at);
  const lines = (part: typeof items) => part.map((item) => itemWords(item, locale));
  const parts = [
    { heading: m.notices_digest_open(), items: lines(open) },
    { heading: m.notices_digest_rest(), items: lines(rest) },
  ];
  return {
    locale,
    office,
    address: [place ?? '', name].filter((line) => line !== ''),
    addressee: m.notices_letter_addressee({ name }),
    opening: m.notices_letter_opening({ community: office }),
    parts: parts.filter((part) => part.items.length > 0),
    signature: { lines: [office], day: sayDay(new Date()) },
    foot: [community.phone ? m.notices_letter_foot_phone({ phone: community.phone }) : m.notices_letter_foot()],
  };
}
