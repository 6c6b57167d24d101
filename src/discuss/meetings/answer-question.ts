import { z } from 'zod';
import { addWorkingDays } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { kindOfMeeting } from './find-meeting-kinds.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { id } from './meeting-inputs.ts';
import { recordMeeting } from './record-meeting.ts';
import { whyNotAnswerQuestion, whyNotNoteQuestion } from './why-not-meet.ts';

export const noteQuestionInput = z.object({ words: words(1000) });
export type NoteQuestion = z.infer<typeof noteQuestionInput>;
export const answerQuestionInput = z.object({ questionId: id, answer: words(4000) });
export type AnswerQuestion = z.infer<typeof answerQuestionInput>;

/** A main opinion or question of a hearing; the written answer is due in working days from the meeting. Throws Missing, Refused. */
export async function noteQuestion(viewer: Viewer, ref: MeetingRef, input: NoteQuestion, how?: How): Promise<{ questionId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.note_question', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const { rules } = await kindOfMeeting(act.trx, one);
    refuseIf(whyNotNoteQuestion(one, viewer, rules));
    const questionId = newId(act.now);
    const dueAt = addWorkingDays(await currentCalendar(act.trx), one.endsAt, rules.answers_days ?? 0);
    await act.trx
      .insertInto('meeting_questions')
      .values({
        community_id: one.communityId,
        id: questionId,
        meeting_id: one.id,
        words: input.words,
        noted_at: act.now,
        noted_by: viewer.personId ?? '',
        due_at: dueAt,
      })
      .execute();
    await recordMeeting(act, viewer, one, 'question_noted', { due: dueAt.toISOString() });
    return { questionId };
  });
}

/** Answered in writing, for everybody to read. Throws Missing, Refused. */
export async function answerQuestion(viewer: Viewer, ref: MeetingRef, input: AnswerQuestion, how?: How): Promise<{ questionId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.answer_question', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotAnswerQuestion(one, viewer));
    const here = act.trx
      .selectFrom('meeting_questions')
      .select(['id', 'answered_at'])
      .where('community_id', '=', one.communityId)
      .where('meeting_id', '=', one.id)
      .where('id', '=', input.questionId);
    const question = await here.forUpdate().executeTakeFirst();
    if (!question) throw new Missing();
    if (question.answered_at) throw new Refused('meeting.answered-already');
    await act.trx
      .updateTable('meeting_questions')
      .set({ answer: input.answer, answered_at: act.now, answered_by: viewer.personId })
      .where('community_id', '=', one.communityId)
      .where('id', '=', input.questionId)
      .execute();
    await recordMeeting(act, viewer, one, 'question_answered');
    return { questionId: input.questionId };
  });
}
