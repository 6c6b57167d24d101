import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { questionKinds, type Consultation } from './consultation.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { recordConsultation } from './record-consultation.ts';
import { whyNotAsk, whyNotEdit } from './why-not-consultation.ts';

const mostQuestions = 30;
const mostOptions = 20;

/** `options`: one a line. `most`: how many may be picked of a multiple choice. Labels: the ends of a scale from 1 to 5. */
export const writeQuestionInput = z
  .object({
    kind: z.enum(questionKinds, 'input.choose'),
    words: words(300),
    hint: words(300).optional(),
    required: z.boolean().default(false),
    most: z.coerce
      .number('input.not-usable')
      .int('input.not-usable')
      .min(1, 'input.not-usable')
      .max(mostOptions, 'input.not-usable')
      .optional(),
    options: z.string().max(4000, 'input.too-long').default(''),
    lowLabel: words(30).optional(),
    highLabel: words(30).optional(),
  })
  .transform(({ options, ...rest }) => ({ ...rest, options: linesOf(options) }))
  .superRefine(({ kind, options, lowLabel, highLabel, most }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const picks = kind === 'single' || kind === 'multiple' || kind === 'ranking';
    if (picks && options.length < 2) problem('options', 'consultation.two-options');
    if (options.length > mostOptions || options.some((option) => option.length > 100)) problem('options', 'input.too-long');
    if (new Set(options).size < options.length) problem('options', 'consultation.same-option');
    if (kind === 'scale' && !lowLabel) problem('lowLabel', 'input.needed');
    if (kind === 'scale' && !highLabel) problem('highLabel', 'input.needed');
    if (kind === 'multiple' && most && most > options.length) problem('most', 'input.not-usable');
  });
export type WriteQuestion = z.infer<typeof writeQuestionInput>;

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A question more, at the end. Throws Missing, Refused, Invalid with the subject that may not be asked about. */
export async function addQuestion(viewer: Viewer, ref: ConsultationRef, input: WriteQuestion, how?: How): Promise<{ position: number }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.add_question', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotEdit(one, viewer));
    const sensitive = whyNotAsk({
      words: input.words,
      hint: input.hint ?? null,
      options: input.options,
      lowLabel: input.lowLabel ?? null,
      highLabel: input.highLabel ?? null,
    });
    if (sensitive) throw new Invalid([{ field: 'words', code: sensitive }]);
    const position = (await countQuestions(act, one)) + 1;
    if (position > mostQuestions) throw new Invalid([{ field: 'words', code: 'consultation.too-many-questions' }]);
    await keepQuestion(act, one, position, input);
    await wrote(act, viewer, one);
    await recordConsultation(act, viewer, one, 'question_added', { position });
    return { position };
  });
}

/** A question less; those after it move up. Throws Missing, Refused. */
export async function dropQuestion(viewer: Viewer, ref: ConsultationRef, position: number, how?: How): Promise<{ position: number }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.drop_question', input: [ref, position] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotEdit(one, viewer));
    const dropped = await act.trx
      .deleteFrom('consultation_questions')
      .where('community_id', '=', one.communityId)
      .where('consultation_id', '=', one.id)
      .where('position', '=', position)
      .returning('id')
      .executeTakeFirst();
    if (!dropped) throw new Missing();
    await act.trx
      .updateTable('consultation_questions')
      .set((eb) => ({ position: eb('position', '-', 1) }))
      .where('community_id', '=', one.communityId)
      .where('consultation_id', '=', one.id)
      .where('position', '>', position)
      .execute();
    await wrote(act, viewer, one);
    await recordConsultation(act, viewer, one, 'question_dropped', { position });
    return { position };
  });
}

async function keepQuestion({ trx, now }: Act, one: Consultation, position: number, input: WriteQuestion): Promise<void> {
  const { kind, options } = input;
  const id = newId(now);
  const scale = kind === 'scale';
  const row = { community_id: one.communityId, id, consultation_id: one.id, position, kind, words: input.words, hint: input.hint ?? null };
  await trx
    .insertInto('consultation_questions')
    .values({
      ...row,
      required: input.required,
      most: kind === 'multiple' ? (input.most ?? null) : null,
      low_label: scale ? (input.lowLabel ?? null) : null,
      high_label: scale ? (input.highLabel ?? null) : null,
    })
    .execute();
  if (kind === 'text' || scale) return;
  await trx
    .insertInto('consultation_options')
    .values(options.map((option, at) => ({ community_id: one.communityId, question_id: id, position: at + 1, words: option })))
    .execute();
}

async function countQuestions({ trx }: Act, one: Consultation): Promise<number> {
  const { many } = await trx
    .selectFrom('consultation_questions')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('community_id', '=', one.communityId)
    .where('consultation_id', '=', one.id)
    .executeTakeFirstOrThrow();
  return many;
}

/** Whoever changes a draft has written it, and so doesn't approve it. */
async function wrote({ trx, now }: Act, viewer: Viewer, one: Consultation): Promise<void> {
  await trx
    .updateTable('consultations')
    .set({ written_at: now, written_by: viewer.personId ?? '' })
    .where('community_id', '=', one.communityId)
    .where('id', '=', one.id)
    .execute();
}
