import { shanghaiDay } from '#foundation/calendar/index.ts';
import type { Viewer } from '#community/people/index.ts';
import type { MeetingPage } from './find-meeting.ts';
import { isToVote } from './agenda.ts';
import {
  lastNoticeDay,
  whyNotAddItem,
  whyNotCallAgain,
  whyNotCancel,
  whyNotDeclareInquorate,
  whyNotEdit,
  whyNotEnd,
  whyNotIssue,
  whyNotMakeRoll,
  whyNotMark,
  whyNotNoteQuestion,
  whyNotOpen,
  whyNotPublishMinutes,
  whyNotWriteMinutes,
} from './why-not-meet.ts';

/** What stands against each step for this viewer now; null where nothing does. `late`: the notice would need a reason. */
export function nextSteps(viewer: Viewer, page: MeetingPage, now: Date) {
  const { meeting, kind, items, count, minutes } = page;
  const late = meeting.stage === 'planned' && shanghaiDay(now) > lastNoticeDay(meeting, kind);
  const rolled = count.eligible > 0;
  return {
    late,
    lastNoticeDay: lastNoticeDay(meeting, kind),
    edit: whyNotEdit(meeting, viewer),
    addItem: whyNotAddItem(meeting, viewer, false),
    notice: whyNotIssue(meeting, viewer, { kind, items: items.length, now, urgentReason: '' }),
    makeRoll: meeting.basis === 'none' ? null : whyNotMakeRoll(meeting, viewer, rolled),
    mark: whyNotMark(meeting, viewer, rolled),
    open: whyNotOpen(meeting, viewer, { kind, count, now }),
    inquorate: whyNotDeclareInquorate(meeting, viewer, { count, now }),
    end: whyNotEnd(meeting, viewer, page.unfinished),
    cancel: whyNotCancel(meeting, viewer),
    again: whyNotCallAgain(meeting, viewer, kind, page.nextCall !== null),
    question: whyNotNoteQuestion(meeting, viewer, kind.rules),
    minutes: whyNotWriteMinutes(meeting, viewer),
    publish: whyNotPublishMinutes(meeting, viewer, minutes, page.unfinished),
    toVote: items.filter(({ purpose }) => isToVote(purpose)).length,
  };
}
