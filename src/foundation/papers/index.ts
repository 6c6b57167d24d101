export { makePaper } from './make-paper.ts';
export type {
  AgreementPaper,
  AppointmentLetterPaper,
  ContactCardPaper,
  LetterPaper,
  MeetingPackPaper,
  NoticeLettersPaper,
  PaperSignature,
  VisitRecordPaper,
} from './papers.ts';
export type {
  AnnouncementPaper,
  NoticeBoardPaper,
  OwnDataPaper,
  PaperCode,
  PaperFact,
  VoiceReceiptPaper,
  SlipSheetsPaper,
} from './papers.ts';
