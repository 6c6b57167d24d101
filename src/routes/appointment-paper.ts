import type { AppointmentLetterPaper } from '#foundation/papers/index.ts';
import type { Officer } from '#listen/liaison/index.ts';
import { m } from '#words';
import { sayLetterDay } from './(resident)/say-when.ts';
import { topicWord } from './liaison-words.ts';

type Lettered = Pick<Officer, 'name' | 'letter' | 'places' | 'startsOn' | 'endsOn' | 'trainings'>;

/** The texts of a letter of appointment. `office`: the community as it signs. */
export function appointmentPaper(locale: 'zh-CN' | 'en', office: string, officer: Lettered): AppointmentLetterPaper {
  const topics = [...new Set(officer.trainings.map(({ topic }) => topicWord(topic)))];
  return {
    locale,
    title: m.liaison_letter_title({ number: officer.letter }),
    mark: m.site_seal(),
    office,
    reference: m.liaison_letter_reference({ number: officer.letter }),
    heading: m.liaison_letter_heading(),
    addressee: m.liaison_letter_addressee({ name: officer.name }),
    paragraphs: [m.liaison_letter_text({ office })],
    facts: [
      { term: m.liaison_area(), text: officer.places.join(m.rights_comma()) },
      { term: m.liaison_term(), text: m.liaison_term_text({ from: sayLetterDay(officer.startsOn), to: sayLetterDay(officer.endsOn) }) },
      ...(topics.length > 0 ? [{ term: m.liaison_trainings(), text: topics.join(m.rights_comma()) }] : []),
    ],
    signature: { lines: [m.liaison_letter_signed({ office })], day: sayLetterDay(officer.startsOn) },
    foot: m.liaison_letter_foot(),
  };
}
