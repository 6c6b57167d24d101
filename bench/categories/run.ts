import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import {
  lead,
  measure,
  packModel,
  scoreText,
  trainModel,
  tryOut,
  unpackModel,
  type Example,
  type Model,
} from '#listen/categories/index.ts';
import { groupCopies } from './group-copies.ts';
import { findLabelled, readMessages, type Message } from './read-messages.ts';

// npm run bench:categories -- FOLDER_OR_FILES [--test messages.csv] [--out suggestions.csv] [--turns 5]
// Learns what messages are about and says how well: on a fixed fifth of the raw ones kept aside, by group; on all of them
// in turns, which says the same with less chance in it; and with --test on a file of its own. --out receives id,label.

type Sorted = Example & { id: string; raw: boolean };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { test: { type: 'string' }, out: { type: 'string' }, turns: { type: 'string', default: '5' } },
});
const known = findLabelled(positionals).flatMap((path) => readMessages(path));
if (known.length === 0) throw new Error('name a folder or files with labelled messages');
const asked = values.test ? readMessages(values.test) : [];
const groups = groupCopies([...known, ...asked]);
// Nothing is learned from a message that is asked about, nor from its copies.
const tested = new Set(groups.slice(known.length));
const examples = known.map((message, at): Sorted => ({ ...exampleOf(message), id: message.id, group: groups[at] ?? '', raw: message.raw }));
const open = examples.filter(({ group }) => !tested.has(group));

const aside = examples.filter(({ group, raw }) => raw && isAside(group));
const learned = train(open.filter(({ group }) => !isAside(group)));
tell('raw messages kept aside', judge(learned, aside), aside.length);
const turns = Number(values.turns);
if (turns > 1) {
  const trial = tryOut(open, turns, ({ raw }) => raw);
  tell(`all raw messages, each kept aside once in ${turns} turns`, trial, trial.verdicts.length);
}
if (values.test) suggestFor(asked, train(open));
else if (values.out) write(aside, learned);

function exampleOf({ title, words, label }: Message): Example {
  return { title, words, category: label, group: '' };
}

/** A fifth of the groups, always the same. */
function isAside(group: string): boolean {
  return createHash('sha256').update(`huiyin-aside|${group}`).digest().readUInt32BE(0) % 5 === 0;
}

/** Packed and unpacked, so that what is measured is what an installation would keep. */
function train(of: readonly Example[]): Model {
  const begun = performance.now();
  const packed = packModel(trainModel(of));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`learned from ${of.length} messages in ${seconds} s; the model has ${Math.round(packed.length / 1024)} KB`);
  return unpackModel(packed);
}

function judge(model: Model, of: readonly Example[]): { accuracy: number; macroF1: number } {
  return measure(of.map((example) => ({ truth: example.category, said: lead(model.categories, scoreText(model, example)).said })));
}

function suggestFor(messages: readonly Message[], model: Model): void {
  const labelled = messages.filter(({ label }) => label !== '').map(exampleOf);
  if (labelled.length > 0) tell('the messages asked about', judge(model, labelled), labelled.length);
  if (values.out) write(messages, model);
}

/** The exchange format: one first suggestion per message. */
function write(messages: readonly { id: string; title?: string | undefined; words: string }[], model: Model): void {
  const rows = messages.map((message) => `${message.id},${lead(model.categories, scoreText(model, message)).said}`);
  writeFileSync(values.out ?? '', `id,label\n${rows.join('\n')}\n`);
}

function tell(what: string, { accuracy, macroF1 }: { accuracy: number; macroF1: number }, of: number): void {
  console.log(`${what} (${of}): accuracy ${accuracy.toFixed(3)}, macro-F1 ${macroF1.toFixed(3)}`);
}
