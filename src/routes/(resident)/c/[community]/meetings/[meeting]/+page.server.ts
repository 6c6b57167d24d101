import { redirect, type RequestEvent } from '@sveltejs/kit';
import { approveMinutes, checkIn, checkInInput, findMeeting, type MeetingPage } from '#discuss/meetings/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import { formAction, parsed } from '../../../../../form-action.ts';
import { kindName, noticeFacts, rollFigures, sayWhen, stageOfMeeting, standingWord, timedAgenda } from '../../../../../meeting-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { communityAt } from '../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** One meeting as everybody may know it: notice, agenda, who may vote, what came of it. */
export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
  const { id, slug } = (await parent()).community;
  const page = await findMeeting(locals.viewer, { communityId: id, number: params.meeting }, false);
  const { meeting, kind, items, notice, own } = page;
  const present = own.some(({ standing }) => standing === 'present');
  const running = meeting.stage === 'called' || meeting.stage === 'open';
  return {
    key: crypto.randomUUID(),
    done: doneWords(url.searchParams.get('done')),
    code: url.searchParams.get('code') ?? '',
    number: meeting.number,
    title: meeting.title,
    kind: kindName(kind),
    when: sayWhen(meeting.startsAt, meeting.endsAt),
    tag: stageOfMeeting(meeting.stage),
    facts: notice ? noticeFacts(notice.content) : [],
    hash: notice?.sha256 ?? null,
    agenda: timedAgenda(items, meeting.startsAt).map(({ place, clock, title, purposeWord, paper, frozenAt }) => ({
      place,
      clock,
      title,
      purpose: purposeWord,
      paper,
      late: frozenAt === null,
    })),
    counted: countedOf(page),
    reason: page.steps.findLast(({ step }) => step === 'cancelled' || step === 'adjourned')?.reason ?? null,
    minutes: page.minutes && { body: page.minutes.body, minorityView: page.minutes.minorityView, published: meeting.stage === 'minuted' },
    questions: page.questions.map((question) => ({
      id: question.id,
      words: question.words,
      answer: question.answer,
      due: question.answer ? null : m.meetings_answer_by({ day: sayDay(question.dueAt) }),
    })),
    refusals: page.refusals,
    own: own.map((entry) => ({ id: entry.id, label: entry.label, standing: standingWord(entry.standing) })),
    signedIn: locals.viewer.personId !== null,
    mayCheckIn: running && !present,
    mayApprove: meeting.stage === 'closed' && present && page.minutes !== null,
    calls: [
      ...(page.firstCall ? [{ text: m.meetings_first_call(), href: paths.meeting(slug, page.firstCall) }] : []),
      ...(page.nextCall ? [{ text: m.meetings_next_call(), href: paths.meeting(slug, page.nextCall) }] : []),
    ],
  };
};

/** Figures once the roll has been sealed; before that nobody is counted in public. */
function countedOf({ seals }: MeetingPage) {
  const last = seals.at(-1);
  return last ? { ...rollFigures(last), hash: last.sha256 } : null;
}

export const actions: Actions = {
  checkIn: (event) =>
    formAction(event, async (form) => {
      const { ref, here } = await at(event);
      await checkIn(event.locals.viewer, ref, parsed(checkInInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${here}?done=checked_in`);
    }),
  approve: (event) =>
    formAction(event, async (form) => {
      const { ref, here } = await at(event);
      await approveMinutes(event.locals.viewer, ref, {}, { key: form.key });
      redirect(303, `${here}?done=approved`);
    }),
};

async function at({ params }: RequestEvent<{ community: string; meeting: string }>) {
  const { id, slug } = await communityAt(params.community);
  return { ref: { communityId: id, number: params.meeting }, here: paths.meeting(slug, params.meeting) };
}

function doneWords(done: string | null): string | null {
  if (done === 'checked_in') return m.meetings_done_checked_in();
  return done === 'approved' ? m.meetings_done_approved() : null;
}
