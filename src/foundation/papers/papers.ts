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

export type Papers = { 'voice-receipt': VoiceReceiptPaper; 'notice-board': NoticeBoardPaper; 'own-data': OwnDataPaper };
export type PaperName = keyof Papers;
