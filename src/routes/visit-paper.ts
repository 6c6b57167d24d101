import type { VisitRecordPaper } from '#foundation/papers/index.ts';
import { m } from '#words';

// The texts of the record of a visit on paper: filled in from what is kept, or blank for those who write at the door.

const visitResults = ['done', 'absent', 'refused'] as const;
const visitContacts = ['phone', 'visit', 'message', 'none'] as const;
const visitReadings = ['signed', 'spoken', 'unwilling'] as const;

/** What is known of a visit, in the reader's words; whatever is missing becomes a line to write on. */
export type VisitOnPaper = {
  number?: string;
  date?: string;
  by?: string;
  household?: string;
  present?: string;
  purpose?: string;
  result?: (typeof visitResults)[number];
  asked?: string;
  voice?: string;
  next?: string;
  contact?: (typeof visitContacts)[number];
  read?: (typeof visitReadings)[number];
};
type Sheet = { locale: 'zh-CN' | 'en'; office: string; phone: string };

/** `office`: the community as it signs its papers; `phone`: where the household asks for its record. */
export function visitRecordPaper({ locale, office, phone }: Sheet, visit: VisitOnPaper = {}): VisitRecordPaper {
  const ticks = <T extends string>(all: readonly T[], picked: T | undefined, word: (one: T) => string) =>
    all.map((one) => ({ text: word(one), ticked: one === picked }));
  const written = (term: string, text: string | undefined, lines = 1) => ({ term, text: text ?? null, lines, choices: [] });
  const picked = (term: string, choices: { text: string; ticked: boolean }[]) => ({ term, text: null, lines: 1, choices });
  return {
    locale,
    title: m.paper_visit_title(),
    mark: m.site_seal(),
    office,
    number: visit.number ? { term: m.paper_visit_number(), text: visit.number } : null,
    fields: [
      written(m.paper_visit_date(), visit.date),
      written(m.paper_visit_by(), visit.by),
      written(m.paper_visit_household(), visit.household),
      written(m.paper_visit_present(), visit.present),
      written(m.paper_visit_purpose(), visit.purpose),
      picked(
        m.paper_visit_result(),
        ticks(visitResults, visit.result, (one) => m[`paper_visit_result_${one}`]()),
      ),
      written(m.paper_visit_asked(), visit.asked, 5),
      written(m.paper_visit_voice(), visit.voice),
      written(m.paper_visit_next(), visit.next, 3),
      picked(
        m.paper_visit_contact(),
        ticks(visitContacts, visit.contact, (one) => m[`paper_visit_contact_${one}`]()),
      ),
      picked(
        m.paper_visit_read(),
        ticks(visitReadings, visit.read, (one) => m[`paper_visit_read_${one}`]()),
      ),
    ],
    rights: m.paper_visit_rights({ phone }),
    signatures: [m.paper_visit_sign_resident(), m.paper_visit_sign_visitors()],
  };
}
