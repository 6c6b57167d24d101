import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { hasResults, type Answers, type Consultation, type Question } from './consultation.ts';
import { keepSlip } from './keep-slip.ts';
import { loadQuestions, reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { differencesOf, readAnswers, type Sent } from './read-answers.ts';
import { recordConsultation } from './record-consultation.ts';
import { paperIntent, receiptFor, unitOf } from './units.ts';
import { whyNotEnterPaper } from './why-not-consultation.ts';

/** `form`: the number printed on it. `receivedOn`: the day it came in, which decides whether it counts. */
export const enterPaperInput = z.object({
  form: z.coerce
    .number('input.needed')
    .int('consultation.form-unknown')
    .min(1, 'consultation.form-unknown')
    .max(9_999_999, 'consultation.form-unknown'),
  receivedOn: z.iso.date('input.not-a-day'),
});
export type EnterPaper = z.infer<typeof enterPaperInput> & { sent: Sent };
/** `differs`: the two typed differently, and a third look decides. `second_answer`: this form had answered on the page. */
export type PaperFate = 'typed_once' | 'differs' | 'counted' | 'late' | 'second_answer' | 'not_typed_twice';
export type EnteredPaper = { form: number; fate: PaperFate };

/**
 * One paper is typed: first by one, then by another who doesn't see what the first typed; where they differ, a third look at
 * the paper decides. Late paper is written down as such, and what it says is not. Throws Missing, Invalid, Refused.
 */
export async function enterPaper(viewer: Viewer, ref: ConsultationRef, input: EnterPaper, how?: How): Promise<EnteredPaper> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.enter_paper', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotEnterPaper(one, viewer));
    refuseDay(act, one, input);
    const before = await fateOf(act, one, input.form);
    const fate = before === null ? await firstTime(act, viewer, one, input) : await again(act, viewer, one, input, before);
    await recordConsultation(act, viewer, one, 'paper_entered', { form: input.form, fate });
    return { form: input.form, fate };
  });
}

function refuseDay({ now }: Act, { opensOn }: Consultation, { receivedOn }: EnterPaper): void {
  if (receivedOn > shanghaiDay(now) || receivedOn < opensOn)
    throw new Invalid([{ field: 'receivedOn', code: 'consultation.not-that-day' }]);
}

/** Null: this form hasn't come in yet. Throws Invalid when it was never printed. */
async function fateOf({ trx }: Act, one: Consultation, form: number): Promise<PaperFate | null> {
  const row = await trx
    .selectFrom('consultation_forms as f')
    .leftJoin('consultation_papers as p', (join) =>
      join
        .onRef('p.community_id', '=', 'f.community_id')
        .onRef('p.consultation_id', '=', 'f.consultation_id')
        .onRef('p.number', '=', 'f.number'),
    )
    .select('p.fate')
    .$narrowType<{ fate: PaperFate | null }>()
    .where('f.community_id', '=', one.communityId)
    .where('f.consultation_id', '=', one.id)
    .where('f.number', '=', form)
    .executeTakeFirst();
  if (!row) throw new Invalid([{ field: 'form', code: 'consultation.form-unknown' }]);
  return row.fate;
}

async function firstTime(act: Act, viewer: Viewer, one: Consultation, input: EnterPaper): Promise<PaperFate> {
  const late = input.receivedOn > one.closesOn || hasResults(one);
  const fate = late ? 'late' : 'typed_once';
  const answers = late ? null : readAnswers(await loadQuestions(act.trx, one), input.sent, { paper: true });
  await act.trx
    .insertInto('consultation_papers')
    .values({ ...keyOf(one, input.form), received_on: input.receivedOn, fate })
    .execute();
  await keepEntry(act, viewer, one, input.form, { turn: 1, answers });
  return fate;
}

async function again(act: Act, viewer: Viewer, one: Consultation, input: EnterPaper, before: PaperFate): Promise<PaperFate> {
  if (before !== 'typed_once' && before !== 'differs') throw new Refused('consultation.paper-done');
  const questions = await loadQuestions(act.trx, one);
  const answers = readAnswers(questions, input.sent, { paper: true });
  const [first] = await entriesOf(act.trx, one, input.form);
  if (before === 'typed_once') {
    if (first?.by === viewer.personId) throw new Refused('consultation.second-person');
    await keepEntry(act, viewer, one, input.form, { turn: 2, answers });
    if (first?.answers && differencesOf(questions, first.answers, answers).length > 0) return setFate(act, one, input.form, 'differs');
  } else await keepEntry(act, viewer, one, input.form, { turn: 3, answers });
  return settle(act, one, questions, input.form, answers);
}

/** Both agree, or the third look has decided: the paper becomes a slip like any other, and the typed copies go. */
async function settle(act: Act, one: Consultation, questions: readonly Question[], form: number, answers: Answers): Promise<PaperFate> {
  const printed = await act.trx
    .selectFrom('consultation_forms')
    .select('unit')
    .where('community_id', '=', one.communityId)
    .where('consultation_id', '=', one.id)
    .where('number', '=', form)
    .executeTakeFirstOrThrow();
  const unit = printed.unit ?? unitOf(one, { form });
  const kept = await keepSlip(act, one, questions, { channel: 'paper', unit, receipt: receiptFor(one, paperIntent(form)), answers });
  await sql`update consultation_paper_entries set answers = null
    where community_id = ${one.communityId} and consultation_id = ${one.id} and number = ${form}`.execute(act.trx);
  return setFate(act, one, form, kept ? 'counted' : 'second_answer');
}

async function setFate({ trx }: Act, one: Consultation, form: number, fate: PaperFate): Promise<PaperFate> {
  const { community_id, consultation_id, number } = keyOf(one, form);
  await trx
    .updateTable('consultation_papers')
    .set({ fate })
    .where('community_id', '=', community_id)
    .where('consultation_id', '=', consultation_id)
    .where('number', '=', number)
    .execute();
  return fate;
}

type Entry = { turn: number; answers: Answers | null };

async function keepEntry(act: Act, viewer: Viewer, one: Consultation, form: number, { turn, answers }: Entry): Promise<void> {
  await act.trx
    .insertInto('consultation_paper_entries')
    .values({
      ...keyOf(one, form),
      id: newId(act.now),
      turn,
      answers: answers && JSON.stringify(answers),
      entered_at: act.now,
      entered_by: viewer.personId ?? '',
    })
    .execute();
}

/** What was typed so far, in turn. Only the third look sees it. */
export async function entriesOf(
  db: Kysely<DB>,
  one: Pick<Consultation, 'communityId' | 'id'>,
  form: number,
): Promise<{ by: string; answers: Answers | null }[]> {
  const { rows } = await sql<{ by: string; answers: Answers | null }>`select entered_by as by, answers from consultation_paper_entries
    where community_id = ${one.communityId} and consultation_id = ${one.id} and number = ${form} order by turn`.execute(db);
  return rows;
}

function keyOf(one: Consultation, number: number) {
  return { community_id: one.communityId, consultation_id: one.id, number };
}
