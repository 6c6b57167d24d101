import type { LetterPaper, MeetingPackPaper } from '#foundation/papers/index.ts';
import type { MeetingPage, NoticeContent, RollRow } from '#discuss/meetings/index.ts';
import { m } from '#words';
import { noticeFacts, standingWord, timedAgenda } from './meeting-words.ts';
import { sayDay } from './say-date.ts';

// A meeting on paper: its notice to hang up, and everything for the table in one file.

type Office = { name: string; phone: string | null };
type Locale = 'zh-CN' | 'en';

/** The frozen notice as an official letter. */
export function noticeLetter(office: Office, content: NoticeContent, locale: Locale): LetterPaper {
  const kind = locale === 'en' ? content.kindName.en : content.kindName.zh;
  const agenda = timedAgenda(content.agenda, new Date(content.starts));
  return {
    locale,
    title: m.meetings_notice(),
    mark: m.site_seal(),
    office: office.name,
    reference: content.number,
    heading: m.meetings_notice_of({ kind }),
    addressee: m.meetings_notice_addressee(),
    paragraphs: [m.meetings_notice_opening({ title: content.title }), ...(content.secondCall ? [m.meetings_notice_second()] : [])],
    facts: noticeFacts(content).map(({ term, text }) => ({ term, text })),
    'enclosures-word': m.meetings_agenda_word(),
    enclosures: agenda.map(({ title, purposeWord }) => `${title} · ${purposeWord}`),
    signature: { lines: [office.name], day: sayDay(content.issuedOn) },
    foot: office.phone ? [m.meetings_notice_phone({ phone: office.phone })] : [],
  };
}

/** Notice, agenda with its papers, the roll to sign, and the form of the minutes. */
export function meetingPack(office: Office, page: MeetingPage, roll: readonly RollRow[], locale: Locale): MeetingPackPaper {
  const { meeting, items, notice, count } = page;
  return {
    locale,
    title: meeting.title,
    mark: m.site_seal(),
    office: office.name,
    reference: meeting.number,
    notice: { heading: m.meetings_notice(), facts: notice ? noticeFacts(notice.content).map(({ term, text }) => ({ term, text })) : [] },
    agenda: {
      heading: m.meetings_agenda(),
      items: timedAgenda(items, meeting.startsAt).map(({ clock, title, purposeWord, paper }) => ({
        clock,
        title,
        purpose: purposeWord,
        paper,
      })),
    },
    roll: {
      heading: m.meetings_roll(),
      lead: m.meetings_roll_paper_lead({ eligible: count.eligible, quorum: count.quorum ?? 0 }),
      columns: [m.meetings_roll_who(), m.meetings_roll_standing(), m.meetings_roll_signature()],
      rows: roll
        .filter(({ votes }) => votes)
        .map((row) => ({ who: row.label ?? row.name ?? '', standing: row.standing === 'absent' ? '' : standingWord(row.standing) })),
    },
    minutes: {
      heading: m.meetings_minutes(),
      fields: [
        m.meetings_form_chair(),
        m.meetings_form_recorder(),
        m.meetings_form_counts(),
        m.meetings_form_opinions(),
        m.meetings_form_votes(),
        m.meetings_form_decided(),
        m.meetings_form_checked(),
      ],
    },
  };
}
