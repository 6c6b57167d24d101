/** The papers Huiyin prints: for each template in papers/*.typ, what it must be given. All texts come in the reader's language. */

/** A line "what: what it says". */
export type PaperFact = { term: string; text: string };
/** A QR code as SVG, and what to do with it. */
export type PaperCode = { svg: string; text: string };
/** `mark`: the two characters of the house's seal; `office`: who hands the paper out. */
type AnyPaper = { locale: 'zh-CN' | 'en'; title: string; mark: string; office: string };

/** A5: what somebody takes home after they spoke. `proof`: the full proof, once it is there. */
export type VoiceReceiptPaper = AnyPaper & {
  numbers: PaperFact[];
  facts: PaperFact[];
  follow: PaperCode;
  recorded: { heading: string; text: string; short: PaperFact | null };
  proof: PaperCode | null;
  foot: string;
};

/** A4: how large the public ledger is and what its root is, to hang on the notice board. Both languages on one sheet. */
export type NoticeBoardPaper = AnyPaper & {
  /** one per language; `lines`: long values in groups, a line each */
  parts: {
    locale: 'zh-CN' | 'en';
    heading: string;
    lead: string;
    facts: { term: string; lines: string[]; large: boolean }[];
    how: string;
    steps: string[];
    verify: PaperCode;
    foot: string;
  }[];
};

/** A4: everything that is kept of somebody. `none`: what stands where a list is empty. */
export type OwnDataPaper = AnyPaper & {
  at: string;
  none: string;
  sections: { heading: string; facts: PaperFact[]; lists: { heading: string; items: string[] }[] }[];
};

/** Who signs, line by line (the office, then the person), and the day as it is written under a letter. */
export type PaperSignature = { lines: string[]; day: string };

/**
 * A4: any official letter, such as a notice of a meeting. `reference`: the letter's own number; `facts`: time, place and
 * the like, set apart; `enclosures`: what is sent with it; `foot`: address and telephone of the office.
 */
export type LetterPaper = AnyPaper & {
  reference: string | null;
  heading: string;
  addressee: string;
  paragraphs: string[];
  facts: PaperFact[];
  'enclosures-word': string;
  enclosures: string[];
  signature: PaperSignature;
  foot: string[];
};

/** A4: letters to several people in one file, each in its reader's language. `address`: lines for the window of the envelope. */
export type NoticeLettersPaper = AnyPaper & {
  letters: {
    locale: 'zh-CN' | 'en';
    office: string;
    address: string[];
    addressee: string;
    opening: string;
    parts: { heading: string; items: string[] }[];
    signature: PaperSignature;
    foot: string[];
  }[];
};

/** A4 across, framed: somebody is appointed. `facts`: area, term, training. */
export type AppointmentLetterPaper = AnyPaper & {
  reference: string;
  heading: string;
  addressee: string;
  paragraphs: string[];
  facts: PaperFact[];
  signature: PaperSignature;
  foot: string;
};

/**
 * A5, two sides, nothing under 16 pt: whom to call. It carries what officers agreed to publish and never anything about
 * the household. `calls`: what for, who (null where the number says it all) and the number; `large`: the main one.
 */
export type ContactCardPaper = AnyPaper & {
  calls: { term: string; text: string | null; number: string; large: boolean }[];
  code: PaperCode;
  parts: { heading: string; items: string[] }[];
  number: PaperFact;
  foot: string;
};

/**
 * A4: the record of a visit, filled in or blank. A field without `text` is left to be written on, `lines` high; one with
 * `choices` is ticked. `rights`: how the household reads, corrects and erases it; `signatures`: what stands under each line.
 */
export type VisitRecordPaper = AnyPaper & {
  number: PaperFact | null;
  fields: { term: string; text: string | null; lines: number; choices: { text: string; ticked: boolean }[] }[];
  rights: string;
  signatures: string[];
};

/** A4, four to a sheet: slips for the comment box, each with a strip to keep. */
export type SlipSheetsPaper = AnyPaper & {
  say: string;
  where: string;
  contact: string;
  keep: string;
  scan: string;
  number: string;
  code: string;
  slips: { number: string; code: string; svg: string }[];
};

/** A4, a page for each building: large type and a code that opens the page with the building filled in. */
export type BuildingPosterPaper = AnyPaper & {
  heading: string;
  scan: string;
  ways: PaperFact[];
  foot: string;
  buildings: { name: string; svg: string }[];
};

/** A4: an announcement for the notice board. Each paragraph and heading is one line, a list as many as it has items. */
export type AnnouncementPaper = AnyPaper & {
  blocks: { kind: 'heading' | 'paragraph' | 'list'; lines: string[] }[];
  signed: string;
  code: PaperCode;
};

/**
 * A4: the agreement under which a group of residents takes a matter on. `clauses`: scope, place, time, safety …; `signatures`:
 * who has signed and when; a missing one leaves room to sign by hand.
 */
export type AgreementPaper = AnyPaper & {
  reference: string;
  heading: string;
  matter: string;
  opening: string;
  clauses: PaperFact[];
  money: { heading: string; none: string; rows: { item: string; amount: string }[]; sum: { item: string; amount: string } };
  signatures: { term: string; text: string; day: string }[];
  'day-word': string;
  foot: string[];
};

/**
 * A4: the questions of a consultation, once for every numbered form. A question has `options` to tick or number, or `lines`
 * to write on. `receipt`: on the strip people tear off.
 */
export type ConsultationFormPaper = AnyPaper & {
  why: string;
  until: string;
  secret: string;
  keep: string;
  questions: { words: string; hint: string; lines: number; options: string[] }[];
  forms: { numbers: PaperFact[]; code: PaperCode; receipt: PaperFact[] }[];
};

/** A4: everything for the table of one meeting: notice, agenda with papers, the roll to sign, the form of the minutes. */
export type MeetingPackPaper = AnyPaper & {
  reference: string;
  notice: { heading: string; facts: PaperFact[] };
  agenda: { heading: string; items: { clock: string; title: string; purpose: string; paper: string | null }[] };
  roll: { heading: string; lead: string; columns: string[]; rows: { who: string; standing: string }[] };
  minutes: { heading: string; fields: string[] };
};

export type Papers = {
  announcement: AnnouncementPaper;
  slips: SlipSheetsPaper;
  'building-poster': BuildingPosterPaper;

  'voice-receipt': VoiceReceiptPaper;
  'notice-board': NoticeBoardPaper;
  'own-data': OwnDataPaper;
  letter: LetterPaper;
  'meeting-pack': MeetingPackPaper;
  'delegation-agreement': AgreementPaper;
  'notice-letters': NoticeLettersPaper;
  'appointment-letter': AppointmentLetterPaper;
  'contact-card': ContactCardPaper;
  'visit-record': VisitRecordPaper;
  'consultation-form': ConsultationFormPaper;
};
export type PaperName = keyof Papers;
