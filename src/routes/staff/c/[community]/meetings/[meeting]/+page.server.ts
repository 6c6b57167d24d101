import {
  addAgendaItem,
  addAgendaItemInput,
  adjournMeeting,
  answerQuestion,
  answerQuestionInput,
  approveMinutes,
  callAgain,
  callAgainInput,
  cancelMeeting,
  closeMeeting,
  declareInquorate,
  findMeeting,
  issueNotice,
  issueNoticeInput,
  makeRoll,
  makeRollInput,
  nextSteps,
  noteQuestion,
  noteQuestionInput,
  openMeeting,
  publishMinutes,
  purposes,
  reasonInput,
  removeAgendaItem,
  writeMinutes,
  writeMinutesInput,
} from '#discuss/meetings/index.ts';
import { findParties } from '#community/organizations/index.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { m } from '#words';
import { paths } from '#paths';
import { parsed } from '../../../../../form-action.ts';
import { draftMinutes } from '../../../../../draft-minutes.ts';
import { kindName, purposeWord, rollFigures, ruleFacts, sayWhen, stageOfMeeting, timedAgenda } from '../../../../../meeting-words.ts';
import { sayDay, sayMoment } from '../../../../../say-date.ts';
import { linesOf, meetingDeskAt, step } from '../meeting-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** One meeting with its steps; what can't be done yet says why. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await meetingDeskAt(locals, params.community);
  const page = await findMeeting(viewer, { communityId: community.id, number: params.meeting }, true);
  const { meeting, kind, items, count, minutes } = page;
  const steps = nextSteps(viewer, page, new Date());
  const why = (code: string | null) => code && refusalWords(code);
  const parties = kind.rules.roll === 'joint_parties' && count.eligible === 0 ? await findParties(community.id) : [];
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    done: url.searchParams.has('done') ? m.meetings_done_saved() : null,
    number: meeting.number,
    title: meeting.title,
    stage: meeting.stage,
    tag: stageOfMeeting(meeting.stage),
    kind: kindName(kind),
    facts: [
      { term: m.meetings_when(), text: sayWhen(meeting.startsAt, meeting.endsAt), strong: true },
      { term: m.meetings_where(), text: meeting.placeWords },
      ...(page.chair ? [{ term: m.meetings_chair(), text: page.chair }] : []),
      ...ruleFacts(kind, meeting.basis),
    ],
    publicHref: page.notice ? paths.meeting(community.slug, meeting.number) : null,
    code: meeting.stage === 'called' || meeting.stage === 'open' ? meeting.checkInCode : null,
    agenda: timedAgenda(items, meeting.startsAt).map((item) => ({
      id: item.id,
      clock: item.clock,
      title: item.title,
      purpose: item.purposeWord,
      late: meeting.stage !== 'planned' && item.frozenAt === null,
      paper: item.paper,
    })),
    purposes: purposes.map((purpose) => ({ value: purpose, label: purposeWord(purpose) })),
    noticeLine: steps.late ? m.meetings_notice_late() : m.meetings_notice_until({ day: sayDay(steps.lastNoticeDay) }),
    late: steps.late,
    figures: count.eligible > 0 ? rollFigures(count) : null,
    rollKind: meeting.basis === 'none' ? 'none' : kind.rules.roll,
    parties: parties.map(({ id, name }) => ({ value: id, label: name })),
    minutes: minutes && {
      body: minutes.body,
      minorityView: minutes.minorityView,
      line: m.meetings_minutes_line({ who: minutes.writer ?? '', approvals: minutes.approvals }),
    },
    draft: minutes?.body ?? draftMinutes(page),
    statement: kind.rules.statement,
    questions: page.questions.map((question) => ({
      id: question.id,
      words: question.words,
      answer: question.answer,
      due: m.meetings_answer_by({ day: sayDay(question.dueAt) }),
    })),
    refusals: page.refusals,
    history: page.steps.map((one, at) => ({
      at,
      text: [m[`meetings_step_${one.step}`](), sayMoment(one.at), one.by, one.reason].filter(Boolean).join(' · '),
    })),
    whyNot: {
      edit: why(steps.edit),
      addItem: why(steps.addItem),
      notice: why(steps.notice),
      makeRoll: why(steps.makeRoll),
      open: why(steps.open),
      inquorate: why(steps.inquorate),
      end: why(steps.end),
      cancel: why(steps.cancel),
      again: why(steps.again),
      question: why(steps.question),
      minutes: why(steps.minutes),
      publish: why(steps.publish),
    },
  };
};

export const actions: Actions = {
  addItem: (event) =>
    step(event, (viewer, ref, { values, key }) => addAgendaItem(viewer, ref, parsed(addAgendaItemInput.safeParse(values)), { key })),
  removeItem: (event) =>
    step(event, (viewer, ref, { values, key }) => removeAgendaItem(viewer, ref, { itemId: values['itemId'] ?? '' }, { key })),
  notice: (event) =>
    step(event, (viewer, ref, { values, key }) => issueNotice(viewer, ref, parsed(issueNoticeInput.safeParse(values)), { key })),
  makeRoll: (event) =>
    step(event, (viewer, ref, { values, lists, key }) => {
      const typed = { groups: linesOf(values['groups']), invited: linesOf(values['invited']), partyIds: lists['partyIds'] ?? [] };
      return makeRoll(viewer, ref, parsed(makeRollInput.safeParse(typed)), { key });
    }),
  open: (event) => step(event, (viewer, ref, { key }) => openMeeting(viewer, ref, { key })),
  inquorate: (event) => step(event, (viewer, ref, { key }) => declareInquorate(viewer, ref, { key })),
  close: (event) => step(event, (viewer, ref, { key }) => closeMeeting(viewer, ref, { key })),
  adjourn: (event) =>
    step(event, (viewer, ref, { values, key }) => adjournMeeting(viewer, ref, parsed(reasonInput.safeParse(values)), { key })),
  cancel: (event) =>
    step(event, (viewer, ref, { values, key }) => cancelMeeting(viewer, ref, parsed(reasonInput.safeParse(values)), { key })),
  again: (event) =>
    step(event, (viewer, ref, { values, key }) => {
      const { day = '', from = '', until = '' } = values;
      const times = { startsAt: day && from && `${day}T${from}`, endsAt: day && until && `${day}T${until}` };
      return callAgain(viewer, ref, parsed(callAgainInput.safeParse(times)), { key });
    }),
  minutes: (event) =>
    step(event, (viewer, ref, { values, key }) => writeMinutes(viewer, ref, parsed(writeMinutesInput.safeParse(values)), { key })),
  approve: (event) => step(event, (viewer, ref, { key }) => approveMinutes(viewer, ref, {}, { key })),
  publish: (event) => step(event, (viewer, ref, { key }) => publishMinutes(viewer, ref, { key })),
  question: (event) =>
    step(event, (viewer, ref, { values, key }) => noteQuestion(viewer, ref, parsed(noteQuestionInput.safeParse(values)), { key })),
  answer: (event) =>
    step(event, (viewer, ref, { values, key }) => answerQuestion(viewer, ref, parsed(answerQuestionInput.safeParse(values)), { key })),
};
