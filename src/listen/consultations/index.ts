// Asking the community: about a policy, about needs, for ideas, and once a year how it is. Only this file is imported from outside.

export { addNote, addNoteInput, type AddNote } from './add-note.ts';
export { answerConsultation, type AnswerConsultation } from './answer-consultation.ts';
export { approveConsultation, returnConsultation, returnConsultationInput, type ReturnConsultation } from './approve-consultation.ts';
export { clearText, clearTextInput, type ClearText } from './clear-text.ts';
export { closeConsultation } from './close-consultation.ts';
export { worksOnConsultations } from './consultation-access.ts';
export { audiences, consultationKinds, pointOutcomes, questionKinds } from './consultation.ts';
export type { Answers, Audience, ConsultationKind, PointOutcome, Question, QuestionKind, SlipChannel } from './consultation.ts';
export { labelsOf, type Cell, type QuestionResult } from './count-answers.ts';
export { enterPaper, enterPaperInput, type EnteredPaper, type PaperFate } from './enter-paper.ts';
export { eraseOwnTexts, eraseOwnTextsInput } from './erase-own-texts.ts';
export { findConsultation, type ConsultationPage, type Point } from './find-consultation.ts';
export { findConsultations, type ConsultationRow, type ShownStage } from './find-consultations.ts';
export { findDesk, type Desk } from './find-desk.ts';
export { findDiffering, findForms, findPapers, type Differing, type FormsToPrint, type Paper } from './find-papers.ts';
export { findResults, type Results } from './find-results.ts';
export { findTextsToClear, type TextToClear } from './find-texts-to-clear.ts';
export type { ConsultationRef } from './load-consultation.ts';
export { printForms, printFormsInput, type PrintForms } from './print-forms.ts';
export { sentFrom, type Sent } from './read-answers.ts';
export { respondInput, respondToConsultation, type Respond } from './respond-to-consultation.ts';
export { turnConsultations } from './turn-consultations.ts';
export { editConsultation, writeConsultation, writeConsultationInput, type WriteConsultation } from './write-consultation.ts';
export { addQuestion, dropQuestion, writeQuestionInput, type WriteQuestion } from './write-question.ts';
