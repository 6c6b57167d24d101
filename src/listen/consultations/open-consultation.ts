import { createHash } from 'node:crypto';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Consultation, Question } from './consultation.ts';
import { takeStep } from './record-consultation.ts';

/** Within a command: from now on people answer, and what they are asked is sealed in the public ledger. */
export async function openConsultation(act: Act, viewer: Viewer, one: Consultation, questions: readonly Question[]): Promise<void> {
  const { kind, audience, opensOn, closesOn } = one;
  const line = { kind, audience, opens: opensOn, closes: closesOn, questions: hashOfQuestions(one, questions) };
  await takeStep(act, viewer, one, 'opened', { line });
}

/** SHA-256 (hex) over title, reason and questions as they are asked: whoever kept the form can compare. */
export function hashOfQuestions({ title, why }: Pick<Consultation, 'title' | 'why'>, questions: readonly Question[]): string {
  const asked = questions.map(({ position, kind, words, hint, required, most, lowLabel, highLabel, options }) => [
    position,
    kind,
    words,
    hint,
    required,
    most,
    lowLabel,
    highLabel,
    options,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([title, why, asked]))
    .digest('hex');
}
