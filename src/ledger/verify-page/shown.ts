/** Puts a verdict on the screen: text only, never as markup. */
import { isRecord } from '../receipts/proof.ts';
import { spoken } from '../receipts/spoken-code.ts';
import { say, sayType, spokenLocale, type Key } from './say.ts';
import type { CheckedLine, Verdict } from './verdict.ts';

type Mark = 'good' | 'bad' | 'open' | 'none';
const memoryMarks = { fork: 'bad', away: 'none', first: 'good', same: 'good', linked: 'good' } as const;

/** `askAt`: where the ledger can be asked to show that it only grew; null where nobody can be asked, as in a saved file. */
export function shownVerdict(verdict: Verdict, askAt: ((from: bigint, to: bigint) => string) | null): HTMLElement[] {
  const mark = verdict.outcome === 'good' || verdict.outcome === 'open' ? verdict.outcome : 'bad';
  const lines = verdict.lines.map((line, at) => shownLine(line, askAt, verdict.lines.length > 1 ? at + 1 : 0));
  return [shownHeading(mark, `verify_${verdict.outcome}`, `verify_${verdict.outcome}_text`), ...lines];
}

export function shownHeading(mark: Mark, title: Key, text: Key, slots: Record<string, string> = {}): HTMLElement {
  const [heading, words] = [element('h2', say(title, slots)), element('p', say(text, slots))];
  return element('div', [sign(mark), element('div', [heading, words])], `verdict ${mark}`);
}

function shownLine(line: CheckedLine, askAt: ((from: bigint, to: bigint) => string) | null, place: number): HTMLElement {
  const code = element(
    'p',
    [element('span', say('verify_short'), 'term'), element('strong', spoken(line.leafHash.slice(0, 5)), 'code')],
    'short',
  );
  const steps = element(
    'ol',
    [saysWhat(line), saysWords(line), isIncluded(line), isSigned(line), ...isWitnessed(line), ...goesWithMemory(line, askAt)],
    'steps',
  );
  const parts = [code, element('p', say('verify_short_text'), 'soft'), steps];
  if (place === 0) return element('div', parts);
  const title = line.line ? `${place}. ${sayType(line.line.type)} · ${line.line.day}` : `${place}.`;
  const fold = element('details', [element('summary', title), ...parts]);
  if (place === 1) fold.setAttribute('open', '');
  return fold;
}

function saysWhat({ line }: CheckedLine): HTMLElement {
  if (!line) return step('bad', 'verify_line', say('verify_line_bad'));
  const slots = { what: sayType(line.type), number: line.number, day: line.day };
  return step('good', 'verify_line', say(line.number ? 'verify_line_text' : 'verify_line_plain', slots));
}

function saysWords({ words: mark, opening }: CheckedLine): HTMLElement {
  const item = step(mark, 'verify_words', say(mark === 'open' ? 'verify_words_none' : `verify_words_${mark}`));
  if (mark !== 'good' || !opening) return item;
  const quoted = quotedIn(opening.content);
  const all = element('details', [element('summary', say('verify_words_all')), element('pre', plainly(opening.content))]);
  item.lastElementChild?.append(...(quoted === null ? [] : [element('blockquote', quoted)]), all);
  return item;
}

function isIncluded({ included: mark, index, checkpoint }: CheckedLine): HTMLElement {
  const slots = { place: (index + 1n).toLocaleString(spokenLocale()), size: (checkpoint?.size ?? 0n).toLocaleString(spokenLocale()) };
  return step(mark, 'verify_included', say(mark === 'good' && checkpoint ? 'verify_included_good' : 'verify_included_bad', slots));
}

function isSigned({ signed: mark }: CheckedLine): HTMLElement {
  return step(mark, 'verify_signed', say(`verify_signed_${mark}`));
}

function isWitnessed({ witnesses: all, quorum, checkpoint }: CheckedLine): HTMLElement[] {
  if (!checkpoint) return [];
  const each = all.map((one) => step(one.outcome, 'verify_witnesses', sayWitness(one)));
  if (quorum === 'missed') return [...each, step('none', 'verify_quorum', say('verify_quorum_missed'))];
  if (each.length === 0) return [step('none', 'verify_witnesses', say('verify_witnesses_none'))];
  return quorum === 'met' ? [...each, step('good', 'verify_quorum', say('verify_quorum_met'))] : each;
}

/** Who saw it, and who they are. */
function sayWitness({ name, operator, own, outcome, time }: CheckedLine['witnesses'][number]): string {
  if (outcome === 'bad') return say('verify_witness_bad', { name });
  const seen = say('verify_witness_good', { name, time: new Date(Number(time) * 1000).toLocaleString(spokenLocale()) });
  const who = operator === null ? say('verify_witness_unnamed') : say(own ? 'verify_witness_own' : 'verify_witness_by', { operator });
  return `${seen} ${who}`;
}

function goesWithMemory({ remembered }: CheckedLine, askAt: ((from: bigint, to: bigint) => string) | null): HTMLElement[] {
  if (!remembered) return [];
  if (remembered.state !== 'unlinked') {
    return [step(memoryMarks[remembered.state], 'verify_memory', say(`verify_memory_${remembered.state}`))];
  }
  const { from, to } = remembered;
  const item = step('open', 'verify_memory', say('verify_memory_unlinked', { from: String(from), to: String(to) }));
  if (askAt) {
    const link = element('a', say('verify_memory_unlinked_go'), 'button quiet');
    link.setAttribute('href', askAt(from, to));
    item.lastElementChild?.append(link);
  }
  return [item];
}

function step(mark: Mark, title: Key, text: string): HTMLElement {
  return element('li', [sign(mark), element('div', [element('strong', say(title)), element('p', text)])], mark);
}

/** Never by colour alone: a shape, and a word for those who listen. */
function sign(mark: Mark): HTMLElement {
  const [shape, aloud] = [
    element('span', { good: '✓', bad: '✕', open: '?', none: '–' }[mark]),
    element('span', say(`verify_step_${mark}`), 'unseen'),
  ];
  shape.setAttribute('aria-hidden', 'true');
  return element('span', [shape, aloud], 'sign');
}

/** What somebody said at this step, where it has words of its own. */
function quotedIn(content: unknown): string | null {
  const said = isRecord(content) && isRecord(content['said']) ? content['said'] : {};
  const quoted = said['words'] ?? said['reason'];
  return typeof quoted === 'string' ? quoted : null;
}

/** A record as lines; what lies deeper is moved in. */
function plainly(content: unknown, indent = ''): string {
  if (typeof content !== 'object' || content === null) return `${indent}${String(content)}`;
  return Object.entries(content)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) =>
      typeof value === 'object' ? `${indent}${key}:\n${plainly(value, `${indent}  `)}` : `${indent}${key}: ${String(value)}`,
    )
    .join('\n');
}

export function element(tag: string, content: string | HTMLElement[], look = ''): HTMLElement {
  const made = document.createElement(tag);
  if (look) made.className = look;
  made.append(...(typeof content === 'string' ? [content] : content));
  return made;
}
