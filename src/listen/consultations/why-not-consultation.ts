import { shiftDay } from '#foundation/calendar/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { worksOnConsultations } from './consultation-access.ts';
import { countingDays, hasResults, isPublic, type Consultation, type Question } from './consultation.ts';
import { findSensitive, sensitiveCode } from './find-sensitive.ts';

// The rules of a consultation. Null: nothing stands against it; otherwise a refusal code. `today` is a Shanghai day.

type Words = Pick<Question, 'words' | 'hint' | 'options' | 'lowLabel' | 'highLabel'>;

/** Frozen once approved: what somebody looked over is what is asked. */
export function whyNotEdit(one: Consultation, viewer: Viewer): string | null {
  if (!worksOnConsultations(viewer, one.communityId)) return 'consultation.not-yours';
  return one.stage === 'draft' ? null : 'consultation.frozen';
}

/** What a question asks for that nobody may be asked here. */
export function whyNotAsk(question: Words): string | null {
  const found = findSensitive(question.words, question.hint, ...question.options, question.lowLabel, question.highLabel);
  return found && sensitiveCode(found.subject);
}

/** A second person looks it over: whoever wrote last doesn't approve. */
export function whyNotApprove(one: Consultation, questions: readonly Question[], viewer: Viewer, today: string): string | null {
  const edit = whyNotEdit(one, viewer);
  if (edit) return edit === 'consultation.frozen' ? 'consultation.approved-already' : edit;
  if (questions.length === 0) return 'consultation.no-questions';
  if (one.closesOn < today) return 'consultation.days-over';
  const sensitive = questions.map(whyNotAsk).find((code) => code !== null);
  if (sensitive) return sensitive;
  return one.writtenBy === viewer.personId ? 'consultation.own-draft' : null;
}

/** Back to whoever wrote it, as long as nobody has been asked. */
export function whyNotReturn(one: Consultation, viewer: Viewer): string | null {
  if (!worksOnConsultations(viewer, one.communityId)) return 'consultation.not-yours';
  if (one.stage === 'draft') return one.writtenBy === viewer.personId ? 'consultation.own-draft' : null;
  return one.stage === 'approved' ? null : 'consultation.frozen';
}

export function whyNotAnswer(one: Consultation, today: string): string | null {
  if (one.stage === 'draft' || one.stage === 'approved' || today < one.opensOn) return 'consultation.not-open-yet';
  return one.stage === 'open' && today <= one.closesOn ? null : 'consultation.over';
}

/** D4: nobody sees a result before the count is closed, neither the office nor the leadership. */
export function whyNotSeeResults(one: Consultation): string | null {
  return hasResults(one) ? null : 'consultation.no-results-yet';
}

export function whyNotNote(one: Consultation, viewer: Viewer): string | null {
  if (!worksOnConsultations(viewer, one.communityId)) return 'consultation.not-yours';
  return isPublic(one) ? null : 'consultation.edit-instead';
}

export function whyNotPrint(one: Consultation, viewer: Viewer, today: string): string | null {
  if (!worksOnConsultations(viewer, one.communityId)) return 'consultation.not-yours';
  if (one.stage === 'draft') return 'consultation.not-approved';
  return (one.stage === 'approved' || one.stage === 'open') && today <= one.closesOn ? null : 'consultation.over';
}

/** Late paper is written down at any time after; what it says is not. */
export function whyNotEnterPaper(one: Consultation, viewer: Viewer): string | null {
  if (!worksOnConsultations(viewer, one.communityId)) return 'consultation.not-yours';
  return isPublic(one) ? null : 'consultation.not-open-yet';
}

/** `waiting`: papers that were typed once or differ. The clock doesn't wait for them longer than `countingDays`. */
export function whyNotClose(one: Consultation, viewer: Viewer, { today, waiting }: { today: string; waiting: number }): string | null {
  if (viewer.kind !== 'system' && !worksOnConsultations(viewer, one.communityId)) return 'consultation.not-yours';
  if (one.stage !== 'open') return hasResults(one) ? 'consultation.closed-already' : 'consultation.not-open-yet';
  if (today <= one.closesOn) return 'consultation.still-open';
  if (viewer.kind === 'system') {
    return one.forms === 0 || today > shiftDay(one.closesOn, countingDays) ? null : 'consultation.paper-waits';
  }
  return waiting > 0 ? 'consultation.paper-waits' : null;
}

export function whyNotRespond(one: Consultation, viewer: Viewer): string | null {
  if (!worksOnConsultations(viewer, one.communityId)) return 'consultation.not-yours';
  return hasResults(one) ? null : 'consultation.no-results-yet';
}
