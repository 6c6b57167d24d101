import { Invalid, type FieldProblem } from '#foundation/refusal.ts';
import { scaleSteps, type Answers, type Choice, type Question } from './consultation.ts';

// What was sent, held against the questions. One reading for the page, for paper that is typed and for a call.

/** A form as it was sent: `q3` for question 3 (repeated for several), `q3-2` for the place of its second option. */
export type Sent = Readonly<Record<string, readonly string[]>>;
/** `unreadable`: what may be marked when paper is typed; then nothing is demanded either, because paper can't be asked back. */
export type Reading = { paper: boolean };

const mostWords = 1000;
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

/** Throws Invalid with every question that isn't answered as it was asked. */
export function readAnswers(questions: readonly Question[], sent: Sent, { paper }: Reading): Answers {
  const answers: Answers = { choices: {}, texts: {} };
  const problems: FieldProblem[] = [];
  for (const question of questions) {
    const name = `q${question.position}`;
    const problem = paper && sent[`${name}-unreadable`] ? markUnreadable(question, answers) : readOne(question, sent, answers, paper);
    if (problem) problems.push({ field: name, code: problem });
  }
  if (problems.length > 0) throw new Invalid(problems);
  const empty = Object.keys(answers.choices).length === 0 && Object.keys(answers.texts).length === 0;
  if (empty && !paper) throw new Invalid([{ field: 'q1', code: 'consultation.empty' }]);
  return answers;
}

function markUnreadable({ position }: Question, answers: Answers): null {
  answers.choices[position] = 'unreadable';
  return null;
}

/** The code of what is wrong, or null; what is right is put into `answers`. */
function readOne(question: Question, sent: Sent, answers: Answers, paper: boolean): string | null {
  const { position, kind, required } = question;
  const demanded = required && !paper ? 'consultation.answer-needed' : null;
  if (kind === 'text') {
    const words = (sent[`q${position}`]?.[0] ?? '').replace(hidden, '').replaceAll('\r\n', '\n').trim();
    if (words === '') return demanded;
    if (words.length > mostWords) return 'input.too-long';
    answers.texts[position] = words;
    return null;
  }
  const choice = kind === 'ranking' ? readRanking(question, sent) : readPicks(question, sent[`q${position}`] ?? []);
  if (choice === null) return demanded;
  if (typeof choice === 'string') return choice;
  answers.choices[position] = choice;
  return null;
}

/** The picks; null for none; a code when they don't fit. */
function readPicks({ kind, options, most }: Question, sent: readonly string[]): number | number[] | string | null {
  const picks = [...new Set(sent.filter((value) => value !== '').map(Number))].toSorted((a, b) => a - b);
  const last = kind === 'scale' ? scaleSteps.length : options.length;
  if (picks.some((pick) => !Number.isInteger(pick) || pick < 1 || pick > last)) return 'input.choose';
  if (picks.length === 0) return null;
  if (kind === 'multiple') return most !== null && picks.length > most ? 'consultation.too-many-picks' : picks;
  return picks.length === 1 ? (picks[0] ?? null) : 'consultation.one-only';
}

/** The options in order; places are 1, 2, 3 … without a gap and each once, options may be left out at the end. */
export function readRanking({ position, options }: Question, sent: Sent): number[] | string | null {
  const places = options.map((_, at) => sent[`q${position}-${at + 1}`]?.[0] ?? '');
  const given = places.flatMap((place, at) => (place === '' ? [] : [{ place: Number(place), option: at + 1 }]));
  if (given.length === 0) return null;
  if (given.some(({ place }) => !Number.isInteger(place) || place < 1 || place > options.length)) return 'input.choose';
  const order = given.toSorted((a, b) => a.place - b.place);
  if (new Set(order.map(({ place }) => place)).size < order.length) return 'consultation.same-place';
  if (order.some(({ place }, at) => place !== at + 1)) return 'consultation.gap-in-places';
  return order.map(({ option }) => option);
}

/** The positions of questions that two people typed differently. Blanks at the ends of words and line ends don't count. */
export function differencesOf(questions: readonly Question[], one: Answers, other: Answers): number[] {
  const said = (answers: Answers, position: number): string =>
    JSON.stringify([answers.choices[position] ?? null, answers.texts[position]?.replaceAll(/\s+/g, ' ').trim() ?? null]);
  return questions.map(({ position }) => position).filter((position) => said(one, position) !== said(other, position));
}

/** What stands in a form when answers are shown again to be corrected. */
export function sentFrom(questions: readonly Question[], { choices, texts }: Answers): Record<string, string[]> {
  const sent: Record<string, string[]> = {};
  for (const { position, kind } of questions) {
    const name = `q${position}`;
    const choice: Choice | undefined = choices[position];
    const words = texts[position];
    if (words !== undefined) sent[name] = [words];
    if (choice === 'unreadable') sent[`${name}-unreadable`] = ['yes'];
    else if (typeof choice === 'number') sent[name] = [String(choice)];
    else if (choice && kind === 'ranking') for (const [at, option] of choice.entries()) sent[`${name}-${option}`] = [String(at + 1)];
    else if (choice) sent[name] = choice.map(String);
  }
  return sent;
}
