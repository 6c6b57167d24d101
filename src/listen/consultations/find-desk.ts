import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { waitingPapers } from './close-consultation.ts';
import { worksOnConsultations } from './consultation-access.ts';
import type { Consultation } from './consultation.ts';
import { loadQuestions, reachConsultation, type ConsultationRef } from './load-consultation.ts';
import type { Step } from './record-consultation.ts';
import {
  whyNotApprove,
  whyNotClose,
  whyNotEdit,
  whyNotEnterPaper,
  whyNotNote,
  whyNotPrint,
  whyNotRespond,
  whyNotReturn,
} from './why-not-consultation.ts';

// What only the office sees of a consultation. Of the answers it sees no more than anybody before the count is closed.

/** Names are those people serve under; a step of the clock has none. */
export type TakenStep = { step: Step; reason: string | null; at: Date; by: string | null };
export type WhyNots = Record<'edit' | 'approve' | 'giveBack' | 'print' | 'enter' | 'close' | 'note' | 'respond', string | null>;
/** `waiting`: papers that need a second person or a third look. */
export type Desk = { writtenBy: string | null; steps: TakenStep[]; whyNot: WhyNots; waiting: number };

/** Throws Missing, Forbidden. */
export async function findDesk(viewer: Viewer, ref: ConsultationRef, today = shanghaiDay(new Date())): Promise<Desk> {
  const one = await reachForOffice(viewer, ref);
  const [questions, steps, waiting, writer] = await Promise.all([
    loadQuestions(database(), one),
    stepsOf(one),
    waitingPapers(database(), one),
    database().selectFrom('people').select('name').where('id', '=', one.writtenBy).executeTakeFirst(),
  ]);
  const whyNot = {
    edit: whyNotEdit(one, viewer),
    approve: whyNotApprove(one, questions, viewer, today),
    giveBack: whyNotReturn(one, viewer),
    print: whyNotPrint(one, viewer, today),
    enter: whyNotEnterPaper(one, viewer),
    close: whyNotClose(one, viewer, { today, waiting }),
    note: whyNotNote(one, viewer),
    respond: whyNotRespond(one, viewer),
  };
  return { writtenBy: writer?.name ?? null, steps, whyNot, waiting };
}

export async function reachForOffice(viewer: Viewer, ref: ConsultationRef): Promise<Consultation> {
  if (!worksOnConsultations(viewer, ref.communityId)) throw new Forbidden();
  return reachConsultation(database(), viewer, ref);
}

async function stepsOf({ communityId, id }: Consultation): Promise<TakenStep[]> {
  return database()
    .selectFrom('consultation_steps as s')
    .leftJoin('people', 'people.id', 's.taken_by')
    .select(['s.step', 's.reason', 's.taken_at as at', 'people.name as by'])
    .$narrowType<Pick<TakenStep, 'step'>>()
    .where('s.community_id', '=', communityId)
    .where('s.consultation_id', '=', id)
    .orderBy('s.taken_at')
    .orderBy('s.id')
    .execute();
}
