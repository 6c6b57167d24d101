import { hideSmallCells, leastShown } from '#foundation/hide-small-cells.ts';
import { scaleSteps, slipChannels, type Choice, type Question, type SlipChannel } from './consultation.ts';

// What may be said of all answers together (method.md D4). Below ten answers only how many there were; a cell below ten isn't
// shown, nor what would reveal it by subtraction. Everything that leaves the room as a number goes through here.

/** A slip as it is counted. `choices`: by the position of the question. */
export type CountedSlip = { channel: SlipChannel; choices: Readonly<Record<string, Choice>> };
/** `count`: null where it is too small to show, or would show what is. */
export type Cell = { words: string; count: number | null };
/**
 * `cells`: options in their order (a ranking: how often each came first); for what is picked once also `none`, those who left
 * it out, and `unreadable`. `order`: of a ranking, places of the options by points. `mean`: of a scale, when all of it shows.
 * `split`: by channel, only where every cell of it is large enough. `texts`: how many wrote something, null when below ten.
 */
export type QuestionResult = {
  position: number;
  kind: Question['kind'];
  words: string;
  cells: Cell[];
  none: number | null;
  unreadable: number | null;
  mean: number | null;
  order: string[] | null;
  split: { channel: SlipChannel; counts: number[] }[] | null;
  texts: number | null;
};
export type Counted = { answers: number; channels: { channel: SlipChannel; count: number | null }[]; questions: QuestionResult[] | null };

/** `texts`: how many wrote to each question, by its id. Pure. */
export function countAnswers(questions: readonly Question[], slips: readonly CountedSlip[], texts: ReadonlyMap<string, number>): Counted {
  const answers = slips.length;
  const byChannel = slipChannels.map((channel) => slips.filter((slip) => slip.channel === channel).length);
  const shown = hidden(byChannel);
  const enough = answers >= leastShown;
  return {
    answers,
    channels: slipChannels.map((channel, at) => ({ channel, count: enough ? (shown[at] ?? null) : null })),
    questions: enough ? questions.map((question) => resultOf(question, slips, texts.get(question.id) ?? 0)) : null,
  };
}

function resultOf(question: Question, slips: readonly CountedSlip[], texts: number): QuestionResult {
  const { position, kind, words } = question;
  const base = { position, kind, words, cells: [], none: null, unreadable: null, mean: null, order: null, split: null, texts: null };
  if (kind === 'text') return { ...base, texts: texts >= leastShown ? texts : null };
  const given = slips.map(({ channel, choices }) => ({ channel, choice: choices[position] }));
  if (kind === 'multiple') return { ...base, cells: pickedCells(question, given), split: null };
  const parts = partsOf(question, given);
  const shown = hidden(parts);
  const labels = labelsOf(question);
  const whole = shown.every((count) => count !== null);
  return {
    ...base,
    cells: labels.map((label, at) => ({ words: label, count: shown[at] ?? null })),
    none: shown[labels.length] ?? null,
    unreadable: shown[labels.length + 1] ?? null,
    mean: kind === 'scale' && whole ? meanOf(parts.slice(0, labels.length)) : null,
    order: kind === 'ranking' ? orderOf(question, given) : null,
    split: splitOf(question, given),
  };
}

type Given = { channel: SlipChannel; choice: Choice | undefined };

/** The words of each option; a scale has its ends named. */
export function labelsOf({ kind, options, lowLabel, highLabel }: Question): string[] {
  if (kind !== 'scale') return options;
  return scaleSteps.map((step) => {
    const end = step === 1 ? lowLabel : step === scaleSteps.length ? highLabel : null;
    return end ? `${step} ${end}` : String(step);
  });
}

/** Every slip in exactly one part: an option (of a ranking, its first), left out, unreadable. */
function partsOf(question: Question, given: readonly Given[]): number[] {
  const many = labelsOf(question).length;
  const parts = Array.from({ length: many + 2 }, () => 0);
  for (const { choice } of given) {
    const first = Array.isArray(choice) ? choice[0] : choice;
    const at = first === undefined ? many : first === 'unreadable' ? many + 1 : first - 1;
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts;
}

/**
 * The parts of a known whole as they may be shown: null for what is hidden. An empty part is shown only where nothing is
 * hidden: beside hidden ones it would narrow down what they hold.
 */
export function hidden(parts: readonly number[]): (number | null)[] {
  const { shown, rest } = hideSmallCells(parts.map((count, at) => ({ count, at })));
  const visible = new Set(shown.map(({ at }) => at));
  return parts.map((count, at) => (visible.has(at) || (count === 0 && rest === null) ? count : null));
}

/** Several may be picked, so that they add up to nothing known: each is held against the threshold by itself. */
function pickedCells({ options }: Question, given: readonly Given[]): Cell[] {
  return options.map((words, at) => {
    const count = given.filter(({ choice }) => Array.isArray(choice) && choice.includes(at + 1)).length;
    return { words, count: count >= leastShown ? count : null };
  });
}

function meanOf(counts: readonly number[]): number | null {
  const many = counts.reduce((sum, count) => sum + count, 0);
  if (many < leastShown) return null;
  return Math.round((counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / many) * 10) / 10;
}

/** By points: the first of four gets four, what was left out none. Only the order leaves the room, not the points. */
function orderOf({ options }: Question, given: readonly Given[]): string[] | null {
  const ranked = given.flatMap(({ choice }) => (Array.isArray(choice) ? [choice] : []));
  if (ranked.length < leastShown) return null;
  const points = options.map((words, at) => ({
    words,
    points: ranked.reduce((sum, order) => sum + (order.includes(at + 1) ? options.length - order.indexOf(at + 1) : 0), 0),
  }));
  return points.toSorted((a, b) => b.points - a.points).map(({ words }) => words);
}

/** All or nothing: a table of two ways can be worked out backwards from many sides, so every cell must be large enough. */
function splitOf(question: Question, given: readonly Given[]): QuestionResult['split'] {
  const used = slipChannels.filter((channel) => given.some((one) => one.channel === channel));
  if (used.length < 2) return null;
  const rows = used.map((channel) => ({
    channel,
    parts: partsOf(
      question,
      given.filter((one) => one.channel === channel),
    ),
  }));
  const options = labelsOf(question).length;
  const lonely = rows.some(({ parts }) => parts.some((count, at) => count < leastShown && (at < options || count > 0)));
  return lonely ? null : rows.map(({ channel, parts }) => ({ channel, counts: parts.slice(0, options) }));
}
