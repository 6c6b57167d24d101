export { makePaper } from './make-paper.ts';
export type { NoticeBoardPaper, OwnDataPaper, PaperCode, PaperFact, VoiceReceiptPaper } from './papers.ts';
