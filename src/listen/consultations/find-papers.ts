import { sql } from 'kysely';
import { refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Answers, Question } from './consultation.ts';
import { entriesOf, type PaperFate } from './enter-paper.ts';
import { reachForOffice } from './find-desk.ts';
import { loadQuestions, type ConsultationRef } from './load-consultation.ts';
import { differencesOf } from './read-answers.ts';
import { formCode, paperIntent, receiptFor } from './units.ts';
import { whyNotEnterPaper } from './why-not-consultation.ts';

/** A paper that came in. `typedBy`: in turn. `own`: the viewer typed it first, so somebody else types it again. */
export type Paper = { form: number; receivedOn: string; fate: PaperFate; typedBy: string[]; own: boolean };

/** The papers that came in, those that wait first; at most 500. What they say isn't among it. Throws Missing, Forbidden. */
export async function findPapers(viewer: Viewer, ref: ConsultationRef): Promise<Paper[]> {
  const one = await reachForOffice(viewer, ref);
  const { rows } = await sql<Paper>`select p.number as form, p.received_on as "receivedOn", p.fate,
      array_agg(coalesce(people.name, '–') order by e.turn) as "typedBy",
      bool_or(e.turn = 1 and e.entered_by = ${viewer.personId}::uuid) as own
    from consultation_papers p
    join consultation_paper_entries e on e.community_id = p.community_id and e.consultation_id = p.consultation_id and e.number = p.number
    join people on people.id = e.entered_by
    where p.community_id = ${one.communityId} and p.consultation_id = ${one.id}
    group by p.community_id, p.consultation_id, p.number
    order by p.fate not in ('differs', 'typed_once'), p.fate, p.number limit 500`.execute(database());
  return rows;
}

/** What two people typed, where they differ, for the third look. `first`, `second`: as answers. */
export type Differing = { first: Answers; second: Answers; positions: number[] };

/** Null when nothing of this paper waits for a third look. Throws Missing, Forbidden, Refused. */
export async function findDiffering(viewer: Viewer, ref: ConsultationRef, form: number): Promise<Differing | null> {
  const one = await reachForOffice(viewer, ref);
  refuseIf(whyNotEnterPaper(one, viewer));
  const waits = await database()
    .selectFrom('consultation_papers')
    .select('fate')
    .where('community_id', '=', one.communityId)
    .where('consultation_id', '=', one.id)
    .where('number', '=', form)
    .where('fate', '=', 'differs')
    .executeTakeFirst();
  const [first, second] = waits ? await entriesOf(database(), one, form) : [];
  if (!first?.answers || !second?.answers) return null;
  const questions = await loadQuestions(database(), one);
  return { first: first.answers, second: second.answers, positions: differencesOf(questions, first.answers, second.answers) };
}

/** What one form has printed on it. `receipt`: with which its free words are taken back. */
export type PrintedForm = { number: number; code: string; receipt: string };
export type FormsToPrint = { title: string; why: string; number: string; closesOn: string; questions: Question[]; forms: PrintedForm[] };

/** The forms from one number to another, at most 100 at once. Throws Missing, Forbidden. */
export async function findForms(viewer: Viewer, ref: ConsultationRef, from: number, to: number): Promise<FormsToPrint> {
  const one = await reachForOffice(viewer, ref);
  const rows = await database()
    .selectFrom('consultation_forms')
    .select('number')
    .where('community_id', '=', one.communityId)
    .where('consultation_id', '=', one.id)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .orderBy('number')
    .limit(100)
    .execute();
  const forms = rows.map(({ number }) => ({ number, code: formCode(one, number), receipt: receiptFor(one, paperIntent(number)) }));
  const { title, why, number, closesOn } = one;
  return { title, why, number, closesOn, questions: await loadQuestions(database(), one), forms };
}
