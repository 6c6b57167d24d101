import { sql } from 'kysely';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Consultation, PointOutcome, Question } from './consultation.ts';
import { isSoon, shownStage, type ShownStage } from './find-consultations.ts';
import { loadQuestions, reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { hashOfQuestions } from './open-consultation.ts';
import { whyNotAnswer } from './why-not-consultation.ts';

export type Note = { words: string; link: string | null; addedAt: Date };
export type Point = { said: string; outcome: PointOutcome; does: string; byWhom: string; untilDay: string | null; link: string | null };
/** `shown`: the stage as it reads today. `questionHash`: what the ledger says of the questions. `whyNot`: answering, as a code. */
export type ConsultationPage = Consultation & {
  shown: ShownStage;
  soon: boolean;
  questions: Question[];
  notes: Note[];
  points: Point[];
  questionHash: string;
  whyNot: string | null;
};

/** One consultation as everybody may read it; never a count (see `findResults`). Throws Missing. */
export async function findConsultation(viewer: Viewer, ref: ConsultationRef, today = shanghaiDay(new Date())): Promise<ConsultationPage> {
  const one = await reachConsultation(database(), viewer, ref);
  const [questions, notes, points] = await Promise.all([loadQuestions(database(), one), notesOf(one), pointsOf(one)]);
  const questionHash = hashOfQuestions(one, questions);
  return {
    ...one,
    shown: shownStage(one, today),
    soon: isSoon(one, today),
    questions,
    notes,
    points,
    questionHash,
    whyNot: whyNotAnswer(one, today),
  };
}

async function notesOf({ communityId, id }: Consultation): Promise<Note[]> {
  return database()
    .selectFrom('consultation_notes')
    .select(['words', 'link', 'added_at as addedAt'])
    .where('community_id', '=', communityId)
    .where('consultation_id', '=', id)
    .orderBy('added_at')
    .execute();
}

async function pointsOf({ communityId, id }: Consultation): Promise<Point[]> {
  return database()
    .selectFrom('consultation_points')
    .select(['said', 'outcome', 'does', 'by_whom as byWhom', sql<string | null>`until_day`.as('untilDay'), 'link'])
    .$narrowType<Pick<Point, 'outcome'>>()
    .where('community_id', '=', communityId)
    .where('consultation_id', '=', id)
    .orderBy('position')
    .execute();
}
