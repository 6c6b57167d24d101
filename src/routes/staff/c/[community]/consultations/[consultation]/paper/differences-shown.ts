import type { Viewer } from '#community/people/index.ts';
import { findDiffering, labelsOf, sentFrom, type Answers, type ConsultationRef, type Question } from '#listen/consultations/index.ts';
import { m } from '#words';

/** Where two people typed differently, side by side; and the rest as a form that is filled in. Null: nothing waits. */
export async function differencesShown(viewer: Viewer, ref: ConsultationRef, form: number, questions: readonly Question[]) {
  const differing = await findDiffering(viewer, ref, form);
  if (!differing) return null;
  const { first, second, positions } = differing;
  const agreed = questions.filter(({ position }) => !positions.includes(position));
  return {
    form: String(form),
    lists: sentFrom(agreed, first),
    differences: questions
      .filter(({ position }) => positions.includes(position))
      .map((question) => ({ words: question.words, first: say(question, first), second: say(question, second) })),
  };
}

function say(question: Question, { choices, texts }: Answers): string {
  const choice = choices[question.position];
  const labels = labelsOf(question);
  if (choice === 'unreadable') return m.consult_unreadable();
  if (typeof choice === 'number') return labels[choice - 1] ?? '';
  if (choice) return choice.map((one) => labels[one - 1]).join(question.kind === 'ranking' ? ' > ' : ' / ');
  return texts[question.position] ?? m.consult_paper_blank();
}
