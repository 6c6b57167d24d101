import { labelsOf, type Question } from '#listen/consultations/index.ts';
import { m } from '#words';

// Questions as every page shows them: on the resident's page, when paper is typed, when somebody calls.

export type AskedQuestion = {
  position: number;
  kind: Question['kind'];
  words: string;
  hint: string;
  required: boolean;
  options: { value: string; label: string }[];
};

export function askedQuestions(questions: readonly Question[]): AskedQuestion[] {
  return questions.map((question) => ({
    position: question.position,
    kind: question.kind,
    words: `${question.position}. ${question.words}`,
    hint: [question.hint, howTo(question)].filter(Boolean).join(' '),
    required: question.required,
    options: labelsOf(question).map((label, at) => ({ value: String(at + 1), label })),
  }));
}

function howTo({ kind, most }: Question): string {
  if (kind === 'ranking') return m.consult_rank_hint();
  if (kind === 'multiple') return most === null ? m.consult_pick_several() : m.consult_pick_most({ most });
  return '';
}
